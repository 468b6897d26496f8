/** Calls back once nobody has touched keyboard or pointer for the given minutes. Returns its own end. */
export function beiUntaetigkeit(minuten: number, tun: () => void): () => void {
  const EREIGNISSE = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
  let zuletzt = Date.now();
  let ausgeloest = false;
  const merke = () => {
    zuletzt = Date.now();
    ausgeloest = false;
  };
  // Compared with the clock, because a timer stands still while the machine sleeps.
  const uhr = setInterval(() => {
    if (ausgeloest || Date.now() - zuletzt < minuten * 60_000) return;
    ausgeloest = true;
    tun();
  }, 2000);
  for (const e of EREIGNISSE) window.addEventListener(e, merke, { passive: true, capture: true });
  return () => {
    clearInterval(uhr);
    for (const e of EREIGNISSE) window.removeEventListener(e, merke, { capture: true });
  };
}
