/** What both charts share. The data comes computed from the core; here it is only drawn. */

/** Charts draw in real pixels, so that labels keep their size in a narrow window. */
export const BREITE_OHNE_LAYOUT = 640;

/** The upper end of the axis: above everything shown, at a round step, never above 100 per cent. */
export function obergrenze(werte: number[]): number {
  const hoechster = Math.max(0.01, ...werte);
  const schritt = [0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5].find((s) => hoechster / s <= 5) ?? 0.25;
  return Math.min(1, Math.ceil((hoechster * 1.02) / schritt) * schritt);
}
