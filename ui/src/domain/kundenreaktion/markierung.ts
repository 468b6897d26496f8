/** Where in a text the hints stand that the core found in subject line and account together. */

export interface Stueck {
  text: string;
  /** What the place means, if it is one. */
  grund: string | null;
}

interface Hinweis {
  wort: string;
  grund: string;
}

const maske = (wort: string) => wort.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A place as the core quotes it: on one line, with marks where something was left out. */
function muster(wort: string): RegExp | null {
  const woerter = wort
    .replace(/^… /, '')
    .replace(/ …$/, '')
    .split(/\s+/)
    .filter((w) => w !== '');
  return woerter.length > 0 ? new RegExp(woerter.map(maske).join('\\s+'), 'u') : null;
}

/** Both texts in stretches; what the hints quote carries its reason. A place both kinds quote carries both. */
export function markiert(
  betreff: string,
  schilderung: string,
  hinweise: Hinweis[],
): { betreff: Stueck[]; schilderung: Stueck[] } {
  const ganz = `${betreff}\n${schilderung}`;
  const gruende: (string | null)[] = new Array<string | null>(ganz.length).fill(null);
  for (const h of hinweise) {
    const fund = muster(h.wort)?.exec(ganz);
    if (!fund) continue;
    for (let i = fund.index; i < fund.index + fund[0].length; i++) {
      const alt = gruende[i];
      if (!alt?.includes(h.grund)) gruende[i] = alt ? `${alt} ${h.grund}` : h.grund;
    }
  }
  const stuecke = (von: number, bis: number): Stueck[] => {
    const alle: Stueck[] = [];
    for (let i = von; i < bis; i++) {
      const [letztes, grund] = [alle.at(-1), gruende[i] ?? null];
      if (letztes && letztes.grund === grund) letztes.text += ganz.charAt(i);
      else alle.push({ text: ganz.charAt(i), grund });
    }
    return alle;
  };
  return {
    betreff: stuecke(0, betreff.length),
    schilderung: stuecke(betreff.length + 1, ganz.length),
  };
}
