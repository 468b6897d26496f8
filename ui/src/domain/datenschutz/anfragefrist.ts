/** The month of Art. 12 Abs. 3 DSGVO as people read it. */
import type { AnfrageDetail, Anfragezeile } from '../../ipc/bindings';
import { anzahl } from '../../shared/format';
import { abstand, tageBis } from '../../shared/kalender';
import type { Marke } from '../../shared/marke';
import { ERGEBNIS } from './worte';

/** Days before the end at which the deadline is marked, as the start page counts them. */
const NAH = 7;

const laeuft = (bis: string, heute: string): Marke => {
  const tage = tageBis(heute, bis);
  if (tage < 0) return { art: 'gefahr', text: `${anzahl(-tage, 'Tag', 'Tage')} überfällig` };
  const text = tage > 1 ? `noch ${tage} Tage` : `${abstand(heute, bis)} fällig`;
  return { art: tage <= NAH ? 'warnung' : 'info', text };
};

/** The deadline on the page of a request. */
export function friststand(d: Pick<AnfrageDetail, 'anfrage' | 'uhr' | 'verspaetet'>, heute: string): Marke {
  const ende = d.anfrage.lage.abschluss;
  if (ende === null) return laeuft(d.uhr.fristende, heute);
  const wort = ERGEBNIS[ende.ergebnis];
  return d.verspaetet
    ? {
        art: 'gefahr',
        text: `${wort}, ${anzahl(tageBis(d.uhr.fristende, ende.am), 'Tag', 'Tage')} zu spät`,
      }
    : { art: 'erfolg', text: wort };
}

type Fristzeile = Pick<Anfragezeile, 'frist_bis' | 'erledigt_am' | 'verspaetet'>;

/** The mark in a row; null: nothing needs to be said. */
export function fristmarke(z: Fristzeile, heute: string): Marke | null {
  if (z.erledigt_am !== null) return z.verspaetet ? { art: 'gefahr', text: 'verspätet' } : null;
  const stand = laeuft(z.frist_bis, heute);
  return stand.art === 'info' ? null : stand;
}
