import { expect, it, vi } from 'vitest';
import { Fehler, meldeAbmeldung, rufe } from './carrier';

const antwort = (status: number, inhalt: unknown) =>
  vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response(JSON.stringify(inhalt), { status }));

it('sendet den Befehl als JSON und gibt die Antwort zurück', async () => {
  const fetch = antwort(200, { art: 'offen' });
  expect(await rufe('zustand')).toEqual({ art: 'offen' });
  expect(fetch).toHaveBeenCalledWith('/api/zustand', expect.objectContaining({ method: 'POST', body: '{}' }));
});

it('macht aus der Absage des Kerns einen Fehler mit Feldern', async () => {
  const felder = [{ feld: 'name', text: 'Fehlt.' }];
  antwort(400, { code: 'eingabe', text: 'Bitte prüfen.', felder, stand: null });
  const fehler = await rufe('aendern', {}).catch((f: unknown) => f);
  expect(fehler).toBeInstanceOf(Fehler);
  expect(fehler).toMatchObject({ code: 'eingabe', message: 'Bitte prüfen.', felder });
});

it('sagt einen deutschen Satz, wenn niemand antwortet', async () => {
  vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'));
  await expect(rufe('zustand')).rejects.toMatchObject({
    code: 'intern',
    message: expect.stringContaining('antwortet nicht'),
  });
});

it('meldet dem Fenster, dass niemand mehr angemeldet ist', async () => {
  const lauscher = vi.fn();
  meldeAbmeldung(lauscher);
  antwort(401, { code: 'nicht_angemeldet', text: 'Bitte melden Sie sich an.', felder: [], stand: null });
  await expect(rufe('lesen', {})).rejects.toBeInstanceOf(Fehler);
  expect(lauscher).toHaveBeenCalledOnce();
});
