// The two doors of the core as the person who is signed in, and the days that requests are made of.

const TAG_MS = 86_400_000;

/** ISO day, so many days from today; the house lives in the present. */
export const tag = (abstand) =>
  new Date(Date.now() + abstand * TAG_MS).toLocaleDateString("sv-SE", {
    timeZone: "Europe/Berlin",
  });

/** `24.11.2026` */
export const deutsch = (iso) => iso.split("-").reverse().join(".");

/** One request of the window. */
function rufe(page, befehl, daten) {
  return page.evaluate(
    async ([weg, inhalt]) => {
      const antwort = await fetch(`/api/${weg}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(inhalt),
      });
      const ergebnis = await antwort.json();
      if (!antwort.ok) throw new Error(`${weg}: ${JSON.stringify(ergebnis)}`);
      return ergebnis;
    },
    [befehl, daten],
  );
}

export const lesen = (page, name, daten) =>
  rufe(page, "lesen", { abfrage: { name, daten } });

/** `mitzeichnung`: name and password of the second person. */
export const aendern = (page, name, daten, mitzeichnung = null) =>
  rufe(page, "aendern", { operation: { name, daten }, mitzeichnung });
