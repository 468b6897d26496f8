/** Figures of the effect in words. */
import type { Massnahmenwirkung, Merkmalsergebnis } from '../../ipc/bindings';
import { prozent } from '../../shared/format';

/** Four decimals, rounded up: what is shown is never smaller than what was computed. */
export function pWert(p: number): string {
  if (p < 0.0001) return 'unter 0,0001';
  if (p < 0.05 && p > 0.0499) return '0,0499…';
  return (Math.ceil(p * 10000 - 1e-6) / 10000).toFixed(4).replace('.', ',');
}

/** Share of wrong ones among those that were judged. */
export const prozentsatz = (m: Pick<Merkmalsergebnis, 'fehler' | 'beurteilt'>): string =>
  m.beurteilt === 0 ? '–' : prozent(m.fehler / m.beurteilt);

/** Shown by the goal of the later check alone: the test would not have shown it. */
export const nachZiel = (w: Pick<Massnahmenwirkung, 'belegt' | 'p'>): boolean =>
  w.belegt && (w.p === null || w.p >= 0.05);
