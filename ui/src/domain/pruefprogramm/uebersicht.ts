/** What of the running year waits, for the start page. */
import type { Monatszelle, ProgrammDetail } from '../../ipc/bindings';
import type { Kennzahl } from '../../shared/kennzahl';
import { verweis } from '../../shared/router.svelte';

const fehlt = (z: Monatszelle) => z.stand === 'versaeumt' || (z.stand === 'weniger' && z.ueberfaellig);
const spaet = (z: Monatszelle) => z.stand === 'in_arbeit' && z.ueberfaellig;
const faellig = (z: Monatszelle) => z.stand === 'faellig';

/** Teams of months that want something, each number with the way to the first such month. */
export function kennzahlen(d: Pick<ProgrammDetail, 'programm' | 'zeilen'>): Kennzahl[] {
  const jahr = String(d.programm.jahr);
  const teams = d.zeilen.flatMap((z) => z.teams);
  const zaehle = (passt: (z: Monatszelle) => boolean, wort: string, art?: 'gefahr' | 'warnung'): Kennzahl => {
    const monate = teams.flatMap((t) => t.monate.flatMap((z, i) => (passt(z) ? [i + 1] : [])));
    const ziel = verweis('fachaufsicht', 'pruefprogramm', jahr);
    return {
      zahl: monate.length,
      wort,
      ziel: monate.length === 0 ? ziel : `${ziel}/${Math.min(...monate)}`,
      ...(art ? { art } : {}),
    };
  };
  return [
    zaehle(fehlt, 'ohne Prüfung oder Grund', 'gefahr'),
    zaehle(spaet, 'in Prüfung, überfällig', 'warnung'),
    zaehle(faellig, 'in diesem Monat zu ziehen'),
  ];
}
