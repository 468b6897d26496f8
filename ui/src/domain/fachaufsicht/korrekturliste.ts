/** The filter of the list of corrections, the numbers of the start page and the words around them. */
import type {
  KorrekturListeAnfrage,
  KorrekturZeile,
  Korrekturlage,
  Korrektursummen,
  Korrekturuebersicht,
  Wirkung,
} from '../../ipc/bindings';
import { euro } from '../../shared/format';
import type { Kennzahl } from '../../shared/kennzahl';
import { verweisMit } from '../../shared/router.svelte';

export const FILTER = { suche: '', lage: '', team: '', wirkung: '' };
export type Filterwerte = typeof FILTER;

export const LAGE: Record<Korrekturlage, string> = {
  offen: 'noch nicht erledigt',
  ueberfaellig: 'überfällig',
  bald: 'in 14 Tagen fällig',
  zu_bestaetigen: 'erledigt, nicht bestätigt',
  von_mir: 'von mir zu bestätigen',
  bestaetigt: 'bestätigt',
};

type Gefiltert = Pick<KorrekturListeAnfrage, 'lage' | 'team_id' | 'wirkung' | 'suche'>;

export const filterAus = (f: Filterwerte): Gefiltert => ({
  lage: (f.lage || null) as Korrekturlage | null,
  team_id: f.team || null,
  wirkung: (f.wirkung || null) as Wirkung | null,
  suche: f.suche || null,
});

/** Address of the list with a filter. */
export const korrekturliste = (filter: Partial<Filterwerte> & { pruefung?: string }) =>
  verweisMit(['fachaufsicht', 'korrekturen'], filter as Record<string, string>);

/** The numbers with lists that show what they count. Only who may confirm is told what waits for her. */
export function kennzahlen(u: Korrekturuebersicht, bestaetigt: boolean): Kennzahl[] {
  return [
    {
      zahl: u.ueberfaellig,
      wort: 'überfällig',
      ziel: korrekturliste({ lage: 'ueberfaellig' }),
      art: 'gefahr',
    },
    { zahl: u.bald_faellig, wort: LAGE.bald, ziel: korrekturliste({ lage: 'bald' }), art: 'warnung' },
    ...(bestaetigt
      ? [
          {
            zahl: u.von_mir,
            wort: 'zu bestätigen',
            ziel: korrekturliste({ lage: 'von_mir' }),
            art: 'warnung' as const,
          },
        ]
      : []),
  ];
}

/** The sums of rows that are shown, as the core forms those of the whole list. */
export function summenAus(zeilen: Pick<KorrekturZeile, 'wirkung' | 'betrag_cent'>[]): Korrektursummen {
  const mit = (wirkung: Wirkung) => zeilen.filter((z) => z.wirkung === wirkung);
  const [zuviel, zuwenig] = [mit('ueberzahlung'), mit('unterzahlung')];
  const summe = (teil: typeof zeilen) => teil.reduce((n, z) => n + (z.betrag_cent ?? 0), 0);
  return {
    ueberzahlung_cent: summe(zuviel),
    unterzahlung_cent: summe(zuwenig),
    ohne_zeitraum: [...zuviel, ...zuwenig].filter((z) => z.betrag_cent === null).length,
    nicht_bezifferbar: mit('nicht_bezifferbar').length,
  };
}

/** The sums as a sentence; nothing while there is nothing to sum. */
export function summensatz(s: Korrektursummen, welcher = 'aller gefundenen'): string {
  const teile = [
    s.ueberzahlung_cent > 0 ? `Überzahlung ${euro(s.ueberzahlung_cent)}` : '',
    s.unterzahlung_cent > 0 ? `Unterzahlung ${euro(s.unterzahlung_cent)}` : '',
    s.nicht_bezifferbar > 0 ? `nicht bezifferbar: ${String(s.nicht_bezifferbar)}` : '',
    s.ohne_zeitraum > 0 ? `ohne Zeitraum und nicht in den Summen: ${String(s.ohne_zeitraum)}` : '',
  ].filter((t) => t !== '');
  const beide = s.ueberzahlung_cent > 0 && s.unterzahlung_cent > 0;
  const satz = `Beträge ${welcher} Korrekturen: ${teile.join(', ')}.`;
  return teile.length === 0 ? '' : `${satz}${beide ? ' Sie werden nicht verrechnet.' : ''}`;
}
