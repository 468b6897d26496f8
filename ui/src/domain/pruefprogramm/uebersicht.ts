/** What of a year waits, for the start page. */
import type { Monatszahl, Programmlage } from '../../ipc/bindings';
import type { Kennzahl } from '../../shared/kennzahl';
import { verweis } from '../../shared/router.svelte';

/** Teams of months that want something, each number with the way to the first such month. */
export function kennzahlen(lage: Omit<Programmlage, 'titel'>): Kennzahl[] {
  const jahr = verweis('fachaufsicht', 'pruefprogramm', String(lage.jahr));
  const kennzahl = ({ anzahl, monat }: Monatszahl, wort: string, art?: 'gefahr' | 'warnung'): Kennzahl => ({
    zahl: anzahl,
    wort,
    ziel: monat === null ? jahr : `${jahr}/${monat}`,
    ...(art ? { art } : {}),
  });
  return [
    kennzahl(lage.ohne_grund, 'ohne Prüfung oder Grund', 'gefahr'),
    kennzahl(lage.verspaetet, 'in Prüfung, überfällig', 'warnung'),
    kennzahl(lage.zu_ziehen, 'in diesem Monat zu ziehen'),
  ];
}
