import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { Fehler } from '../ipc/carrier';
import Formularprobe from './probe/Formularprobe.svelte';

const knopf = () => screen.getByRole('button', { name: 'Speichern' });

it('sendet nicht, solange ein Feld falsch ist, und geht zum ersten', async () => {
  const absenden = vi.fn(() => Promise.resolve());
  render(Formularprobe, { absenden });
  await userEvent.type(screen.getByLabelText('Name'), 'Mitte');
  await userEvent.type(screen.getByLabelText('Gültig ab'), '31.02.2026');
  await userEvent.click(knopf());

  expect(absenden).not.toHaveBeenCalled();
  expect(screen.getByText(/31\.02\.2026 gibt es nicht/)).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByLabelText('Gültig ab'));
  expect(screen.getByLabelText<HTMLInputElement>('Gültig ab').value).toBe('31.02.2026');
});

it('gibt ISO-Tage und Cent weiter', async () => {
  const absenden = vi.fn(() => Promise.resolve());
  render(Formularprobe, { absenden });
  await userEvent.type(screen.getByLabelText('Name'), 'Mitte');
  await userEvent.type(screen.getByLabelText('Gültig ab'), '221126');
  await userEvent.type(screen.getByLabelText(/^Betrag/), '1.234,5');
  await userEvent.click(knopf());

  expect(absenden).toHaveBeenCalledWith({ name: 'Mitte', tag: '2026-11-22', betrag: 123450 }, 1);
  expect(screen.getByLabelText<HTMLInputElement>('Gültig ab').value).toBe('22.11.2026');
});

it('sendet mit Strg+Enter aus einem Feld', async () => {
  const absenden = vi.fn(() => Promise.resolve());
  render(Formularprobe, { absenden });
  await userEvent.type(screen.getByLabelText('Gültig ab'), '221126');
  await userEvent.type(screen.getByLabelText('Name'), 'Mitte');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');

  expect(absenden).toHaveBeenCalledTimes(1);
});

it('legt die Fehler des Kerns an ihre Felder und behält die Eingaben', async () => {
  const absenden = () =>
    Promise.reject(
      new Fehler('eingabe', 'Bitte prüfen Sie die markierten Felder.', [
        { feld: 'standort.name', text: 'Diesen Namen gibt es schon.' },
        { feld: 'fremd', text: 'Etwas ohne Feld.' },
      ]),
    );
  render(Formularprobe, { absenden });
  const name = screen.getByLabelText<HTMLInputElement>('Name');
  await userEvent.type(name, 'Mitte');
  await userEvent.type(screen.getByLabelText('Gültig ab'), 'heute');
  await userEvent.click(knopf());

  expect(await screen.findByText('Diesen Namen gibt es schon.')).toBeTruthy();
  expect(screen.getByText('Etwas ohne Feld.')).toBeTruthy();
  expect(name.getAttribute('aria-invalid')).toBe('true');
  expect(document.activeElement).toBe(name);
  expect(name.value).toBe('Mitte');

  await userEvent.type(name, '2');
  expect(name.getAttribute('aria-invalid')).toBeNull();
});

it('bietet beim Konflikt an, den Stand zu laden, und sendet nicht doppelt', async () => {
  let zurueck: (grund: unknown) => void = () => undefined;
  const absenden = vi.fn(() => new Promise<void>((_, ab) => (zurueck = ab)));
  render(Formularprobe, { absenden });
  await userEvent.type(screen.getByLabelText('Name'), 'Mitte');
  await userEvent.type(screen.getByLabelText('Gültig ab'), 'heute');
  await userEvent.click(knopf());
  await userEvent.click(knopf());
  expect(absenden).toHaveBeenCalledTimes(1);

  zurueck(new Fehler('konflikt', 'Der Standort wurde inzwischen geändert.'));
  expect((await screen.findByRole('alert')).textContent).toContain('inzwischen geändert');
});

it('stellt beim Konflikt beide Stände gegenüber und wendet das Getippte auf den neuen an', async () => {
  const stand = { name: 'Zentrum', tag: '2026-01-01', betrag: 500, version: 7 };
  const absenden = vi.fn(() => Promise.resolve());
  absenden.mockRejectedValueOnce(new Fehler('konflikt', 'Der Satz wurde inzwischen geändert.', [], stand));
  render(Formularprobe, { absenden });
  await userEvent.type(screen.getByLabelText('Name'), 'Mitte');
  await userEvent.type(screen.getByLabelText('Gültig ab'), '22.11.2026');
  await userEvent.click(knopf());

  expect(await screen.findByRole('row', { name: 'Name Mitte Zentrum' })).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: /auf den neuen Stand anwenden/ }));
  expect(screen.queryByRole('alert')).toBeNull();
  expect(screen.getByLabelText<HTMLInputElement>(/^Betrag/).value).toBe('5,00');
  expect(document.activeElement).toBe(knopf());
  await userEvent.click(knopf());
  expect(absenden).toHaveBeenLastCalledWith({ name: 'Mitte', tag: '2026-11-22', betrag: 500 }, 7);
});
