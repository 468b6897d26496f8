/** Reading a programme by its year, as addresses name it. */
import type { ProgrammDetail, Programmkopf } from '../../ipc/bindings';
import { lesen } from '../../ipc/tuer';
import { erstesJahr, kopfDesJahres } from '../../domain/pruefprogramm/stand';
import { heute } from '../../shared/format';

export interface Programmlage {
  koepfe: Programmkopf[];
  /** None: the year, or the house, has no programme that the person sees. */
  detail: ProgrammDetail | null;
}

/** Without a year the one that runs; without a Fassung the one that holds, else the one in work. */
export async function ladeProgramm(jahr: number | null, fassung: number | null): Promise<Programmlage> {
  const koepfe = await lesen('pruefprogramm.liste', {});
  const gewaehlt = jahr ?? erstesJahr(koepfe, Number(heute().slice(0, 4)));
  const kopf =
    gewaehlt === null
      ? null
      : fassung === null
        ? kopfDesJahres(koepfe, gewaehlt)
        : (koepfe.find((k) => k.jahr === gewaehlt && k.fassung === fassung) ?? null);
  return { koepfe, detail: kopf && (await lesen('pruefprogramm.lesen', { id: kopf.id })) };
}

/** The Fassung of a year by which checks are made. */
export async function ladeGueltiges(jahr: number): Promise<ProgrammDetail | null> {
  const koepfe = await lesen('pruefprogramm.liste', {});
  const kopf = koepfe.find((k) => k.jahr === jahr && k.stand === 'gueltig');
  return kopf ? lesen('pruefprogramm.lesen', { id: kopf.id }) : null;
}
