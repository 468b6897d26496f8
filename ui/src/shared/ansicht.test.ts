import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ansicht, ansichten } from './ansicht.svelte';
import { thema } from './thema.svelte';

let gemerkt: Record<string, unknown> = {};
const gesendet: unknown[] = [];

beforeEach(async () => {
  vi.useFakeTimers();
  gesendet.length = 0;
  vi.spyOn(globalThis, 'fetch').mockImplementation((ziel, anfrage) => {
    const daten = JSON.parse(String(anfrage?.body)) as { operation?: { daten: unknown } };
    if (String(ziel).endsWith('/aendern')) gesendet.push(daten.operation?.daten);
    return Promise.resolve(new Response(JSON.stringify({ werte: gemerkt })));
  });
  await ansichten.lade();
});
afterEach(() => vi.useRealTimers());

it('beginnt mit dem Standard und merkt sich eine halbe Sekunde nach der letzten Änderung', async () => {
  const filter = ansicht('liste', { suche: '', stand: '' });
  filter.wert = { suche: 'a', stand: '' };
  await vi.advanceTimersByTimeAsync(400);
  filter.wert = { suche: 'ab', stand: '' };
  await vi.advanceTimersByTimeAsync(400);
  expect(gesendet).toEqual([]);
  await vi.advanceTimersByTimeAsync(200);
  expect(gesendet).toEqual([{ schluessel: 'liste', wert: { suche: 'ab', stand: '' } }]);
  expect(ansicht('liste', { suche: '', stand: '' }).wert.suche).toBe('ab');
});

it('nimmt vom Gemerkten nur, was die Liste von heute kennt', async () => {
  gemerkt = { liste: { suche: 'x', alt: 'y', stand: 3 }, thema: 'dunkel' };
  await ansichten.lade();
  expect(ansicht('liste', { suche: '', stand: '' }).wert).toEqual({ suche: 'x', stand: '' });
  expect(thema.wahl).toBe('dunkel');
  expect(gesendet).toEqual([]);
});

it('sichert vor dem Abmelden, was noch wartet', async () => {
  thema.waehle('hell');
  await ansichten.sichere();
  expect(gesendet).toEqual([{ schluessel: 'thema', wert: 'hell' }]);
});
