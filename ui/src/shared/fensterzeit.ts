/**
 * The time of the window as it passes. Who reads it in a template or an effect is told again every few seconds, so that
 * a clock of minutes is never far behind, whatever the clock of the house is off.
 */
import { createSubscriber } from 'svelte/reactivity';

const TAKT_MS = 5_000;

const abonniere = createSubscriber((weiter) => {
  const takt = setInterval(weiter, TAKT_MS);
  return () => clearInterval(takt);
});

/** Now, in milliseconds since 1970. */
export function jetzt(): number {
  abonniere();
  return Date.now();
}
