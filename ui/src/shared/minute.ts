/** The time of the window as it passes: who reads it in a template or an effect is told when a minute begins. */
import { createSubscriber } from 'svelte/reactivity';

const MINUTE_MS = 60_000;

const abonniere = createSubscriber((weiter) => {
  let wecker: ReturnType<typeof setTimeout>;
  const stelle = () => {
    wecker = setTimeout(
      () => {
        weiter();
        stelle();
      },
      MINUTE_MS - (Date.now() % MINUTE_MS),
    );
  };
  stelle();
  return () => clearTimeout(wecker);
});

/** Now, in milliseconds since 1970. */
export function jetzt(): number {
  abonniere();
  return Date.now();
}
