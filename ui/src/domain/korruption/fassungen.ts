/** The versions of an entry: which there are, since when each holds, and in what two differ. */
import type { Gefaehrdung, Gefaehrdungsfassung, OrganisationUebersicht } from '../../ipc/bindings';
import type { Marke } from '../../shared/marke';
import { eingabeAus, felder } from './gefaehrdung';

export interface Fassungszeile {
  fassung: Gefaehrdungsfassung;
  marke: Marke;
  /** Moment of the proposal (UTC). */
  vorgeschlagen_am: string;
  /** Moment of the second person's yes; null: none yet. */
  bestaetigt_am: string | null;
}

const GUELTIG: Marke = { art: 'erfolg', text: 'gültig' };
const AUFGEHOBEN: Marke = { art: 'neutral', text: 'aufgehoben' };
const ABGELOEST: Marke = { art: 'neutral', text: 'abgelöst' };

/** All versions, the newest first: the one that waits or was given back stands on top. */
export function fassungszeilen(g: Gefaehrdung): Fassungszeile[] {
  const zeiten: { vorgeschlagen_am: string; bestaetigt_am: string }[] = [];
  let zuletzt = '';
  let aufhebung = false;
  for (const s of g.schritte.filter((x) => x.zurueckgenommen === null)) {
    if (s.schritt.art === 'fassen') zuletzt = s.eingetragen_am;
    // The second person also agrees to an abolition, which is no version.
    if (s.schritt.art === 'bestaetigen' && !aufhebung)
      zeiten.push({ vorgeschlagen_am: zuletzt, bestaetigt_am: s.eingetragen_am });
    aufhebung = s.schritt.art === 'aufhebung_vorschlagen';
  }
  const { vorschlag, zurueckgegeben, fassungen, aufgehoben_am } = g.lage;
  const offen = vorschlag ?? zurueckgegeben;
  return [
    ...(offen
      ? [
          {
            fassung: offen,
            marke: {
              art: 'warnung',
              text: vorschlag ? 'wartet auf zweite Person' : 'zurückgegeben',
            } satisfies Marke,
            vorgeschlagen_am: zuletzt,
            bestaetigt_am: null,
          },
        ]
      : []),
    ...fassungen.map((fassung, i): Fassungszeile => {
      const letzte = aufgehoben_am === null ? GUELTIG : AUFGEHOBEN;
      const zeit = zeiten[fassungen.length - 1 - i];
      return {
        fassung,
        marke: i === 0 ? letzte : ABGELOEST,
        vorgeschlagen_am: zeit?.vorgeschlagen_am ?? '',
        bestaetigt_am: zeit?.bestaetigt_am ?? null,
      };
    }),
  ];
}

export interface Fassungsunterschied {
  feld: string;
  vorher: string;
  nachher: string;
}

/** In what two versions differ, in the order of the form. */
export function unterschiede(
  vorher: Gefaehrdungsfassung,
  nachher: Gefaehrdungsfassung,
  o: Pick<OrganisationUebersicht, 'teams' | 'bereiche'>,
): Fassungsunterschied[] {
  const lies = ({ angaben }: Gefaehrdungsfassung) => ({
    ...eingabeAus(angaben, ''),
    // As it was written, not as a new version would ask for it.
    ueberpruefung_am: angaben.ueberpruefung_am,
  });
  const [a, b] = [lies(vorher), lies(nachher)];
  return felder(o)
    .map((f) => ({ feld: f.titel, vorher: f.text(a), nachher: f.text(b) }))
    .filter((u) => u.vorher !== u.nachher);
}
