/** The 72 hours of a breach as they run: what is left of them, and how that is told. */
import type { Meldung, VorfallDetail, Vorfallzeile } from '../../ipc/bindings';
import { anzahl } from '../../shared/format';
import type { Marke } from '../../shared/marke';

const MINUTE_MS = 60_000;
/** Minutes before the end at which the clock is marked. */
const NAH = 24 * 60;

/** Whole minutes from now to the end, those that have begun not counted; negative once it is over. */
export const minutenBis = (ende: string, jetzt: number) => Math.floor((Date.parse(ende) - jetzt) / MINUTE_MS);

/** `61 Stunden 12 Minuten`: hours, because that is what the law counts. */
export function spanne(minuten: number): string {
  const [stunden, rest] = [Math.floor(minuten / 60), minuten % 60];
  const teile = [
    ...(stunden > 0 ? [anzahl(stunden, 'Stunde', 'Stunden')] : []),
    ...(rest > 0 || stunden === 0 ? [anzahl(rest, 'Minute', 'Minuten')] : []),
  ];
  return teile.join(' ');
}

/** `noch 61 Stunden 12 Minuten`, `seit 5 Stunden abgelaufen` */
export function restzeit(ende: string, jetzt: number): string {
  const minuten = minutenBis(ende, jetzt);
  return minuten >= 0 ? `noch ${spanne(minuten)}` : `seit ${spanne(-minuten)} abgelaufen`;
}

/** For rows: `noch 61 Std.`, `noch 35 Min.` */
export function restKurz(ende: string, jetzt: number): string {
  const minuten = minutenBis(ende, jetzt);
  const betrag = Math.abs(minuten);
  const lang = betrag >= 60 ? `${Math.floor(betrag / 60)} Std.` : `${betrag} Min.`;
  return minuten >= 0 ? `noch ${lang}` : `seit ${lang} abgelaufen`;
}

/** How a running clock stands, in words that change only when the state does. */
export function uhrstand(ende: string, jetzt: number): Marke {
  const minuten = minutenBis(ende, jetzt);
  if (minuten < 0) return { art: 'gefahr', text: 'Frist abgelaufen' };
  if (minuten < NAH) return { art: 'warnung', text: 'Frist läuft, weniger als 24 Stunden' };
  return { art: 'info', text: 'Frist läuft' };
}

/** How it stopped. */
export function gemeldetstand(m: Meldung): Marke {
  if (m.art === 'keine') return { art: 'neutral', text: 'keine Meldung nötig' };
  return m.verspaetung === null
    ? { art: 'erfolg', text: 'rechtzeitig gemeldet' }
    : { art: 'gefahr', text: 'verspätet gemeldet' };
}

/** The clock of a breach; the window counts on while the page stands. */
export const vorfallstand = (
  d: Pick<VorfallDetail, 'uhr' | 'uhr_laeuft' | 'vorfall'>,
  jetzt: number,
): Marke =>
  d.uhr_laeuft || d.vorfall.lage.meldung === null
    ? uhrstand(d.uhr.ende, jetzt)
    : gemeldetstand(d.vorfall.lage.meldung);

type Uhrzeile = Pick<Vorfallzeile, 'frist_ende' | 'uhr_laeuft' | 'gemeldet' | 'keine_meldung' | 'verspaetet'>;

/** The clock in a row. */
export function zeilenstand(z: Uhrzeile, jetzt: number): Marke {
  if (z.uhr_laeuft) return { art: uhrstand(z.frist_ende, jetzt).art, text: restKurz(z.frist_ende, jetzt) };
  if (z.gemeldet !== null)
    return gemeldetstand({
      art: 'gemeldet',
      zeit: z.gemeldet,
      zeichen: '',
      verspaetung: z.verspaetet ? '' : null,
    });
  return { art: 'neutral', text: 'keine Meldung nötig' };
}

const MOMENT = new Intl.DateTimeFormat('de-DE', {
  timeZone: 'Europe/Berlin',
  weekday: 'short',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** `Mo 23.11.2026, 09:00 Uhr`: at a deadline the day of the week matters. */
export function momentText(moment: string): string {
  const teil = Object.fromEntries(MOMENT.formatToParts(new Date(moment)).map((t) => [t.type, t.value]));
  const woche = (teil['weekday'] ?? '').replace('.', '');
  return `${woche} ${teil['day']}.${teil['month']}.${teil['year']}, ${teil['hour']}:${teil['minute']} Uhr`;
}

/** Whether a day and hour on the clock of the house lie after the end; `ende` carries the same clock. */
export const nachEnde = (ende: string, am: string | null, um: string | null) =>
  am !== null && um !== null && `${am}T${um}` > ende.slice(0, 16);
