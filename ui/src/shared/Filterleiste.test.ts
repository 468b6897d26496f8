import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { ansichten } from './ansicht.svelte';
import Filterleiste from './Filterleiste.svelte';

const felder = [{ name: 'stand', label: 'Stand', optionen: [{ wert: 'offen', text: 'offen' }] }];
const wahl = () => screen.getByLabelText<HTMLSelectElement>('Ansicht');
const gezeigt = () => [...wahl().options].find((o) => o.value === wahl().value)?.textContent;
const KNOPF = 'Ansichten speichern und verwalten';

beforeEach(() => {
  vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response('{}'));
  ansichten.merke('probe', [{ name: 'Nur offene', werte: { stand: 'offen', alt: 'x' } }]);
});

it('wendet eine gespeicherte Ansicht an und sagt, welche gilt', async () => {
  const geaendert = vi.fn();
  render(Filterleiste, { werte: { suche: 'x', stand: '' }, felder, ansichten: 'probe', geaendert });
  expect(gezeigt()).toBe('Angepasst');
  await userEvent.selectOptions(wahl(), 'Nur offene');
  expect(geaendert).toHaveBeenLastCalledWith({ suche: '', stand: 'offen' });
  expect(gezeigt()).toBe('Nur offene');
  await userEvent.selectOptions(wahl(), 'Alle');
  expect(geaendert).toHaveBeenLastCalledWith({ suche: '', stand: '' });
  expect(gezeigt()).toBe('Alle');
});

it('speichert die jetzigen Filter unter einem Namen, den es noch nicht gibt', async () => {
  render(Filterleiste, { werte: { suche: 'Miete', stand: '' }, felder, ansichten: 'probe' });
  await userEvent.click(screen.getByRole('button', { name: KNOPF }));
  const dialog = within(screen.getByRole('dialog'));
  const name = dialog.getByLabelText('Name der Ansicht');
  await userEvent.type(name, 'nur OFFENE');
  expect(dialog.getByText('Eine Ansicht mit diesem Namen gibt es schon.')).toBeTruthy();
  await userEvent.clear(name);
  await userEvent.type(name, ' Miete ');
  await userEvent.click(dialog.getByRole('button', { name: 'Jetzige Filter speichern' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(gezeigt()).toBe('Miete');
  expect(ansichten.hole('probe')).toEqual([
    { name: 'Miete', werte: { suche: 'Miete', stand: '' } },
    { name: 'Nur offene', werte: { stand: 'offen', alt: 'x' } },
  ]);
});

it('benennt um und löscht', async () => {
  render(Filterleiste, { werte: { suche: '', stand: 'offen' }, felder, ansichten: 'probe' });
  expect(gezeigt()).toBe('Nur offene');
  await userEvent.click(screen.getByRole('button', { name: KNOPF }));
  await userEvent.click(screen.getByRole('button', { name: 'Ansicht Nur offene umbenennen' }));
  const name = screen.getByLabelText('Neuer Name');
  await userEvent.clear(name);
  await userEvent.type(name, 'Laufende{Enter}');
  expect(gezeigt()).toBe('Laufende');
  await userEvent.click(screen.getByRole('button', { name: 'Ansicht Laufende löschen' }));
  expect(ansichten.hole('probe')).toEqual([]);
  expect(gezeigt()).toBe('Angepasst');
});

it('bietet ohne Schlüssel keine Ansichten an', () => {
  render(Filterleiste, { werte: { suche: '', stand: '' }, felder });
  expect(screen.queryByLabelText('Ansicht')).toBeNull();
});
