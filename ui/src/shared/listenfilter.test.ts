import { afterEach, expect, it, vi } from 'vitest';
import { ausLink, listenfilter } from './listenfilter.svelte';

const FILTER = { suche: '', stufe: '', stand: '' };

function gehe(adresse: string): void {
  location.hash = adresse;
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

afterEach(() => {
  gehe('#/');
  vi.useRealTimers();
});

it('liest Filter aus einem Link und sonst keine', () => {
  expect(ausLink(FILTER, new URLSearchParams('stufe=krm'))).toEqual({ ...FILTER, stufe: 'krm' });
  expect(ausLink(FILTER, new URLSearchParams('fremd=1'))).toBeNull();
  expect(ausLink(FILTER, new URLSearchParams(''))).toBeNull();
});

it('lässt das Gemerkte stehen, solange ein Link eigene Filter bringt', () => {
  vi.useFakeTimers();
  gehe('#/liste');
  const filter = listenfilter('probe', FILTER);
  filter.setze({ suche: 'gemerkt' });
  gehe('#/liste?stufe=krm&reiter=offen');
  expect(filter.werte).toEqual({ ...FILTER, stufe: 'krm' });
  filter.setze({ stand: 'offen' });
  expect(filter.werte).toEqual({ ...FILTER, stufe: 'krm', stand: 'offen' });
  // What is no filter stays in the address.
  expect(location.hash).toContain('reiter=offen');
  gehe('#/liste');
  expect(filter.werte).toEqual({ ...FILTER, suche: 'gemerkt' });
});
