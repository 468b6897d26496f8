import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { Fehler } from '../ipc/carrier';
import Tabelle from './Tabelle.svelte';
import { ausListe, fenster, type Spalte, type TabellenAnfrage } from './tabelle';

interface Team {
  id: string;
  name: string;
  faelle: number;
}
const teams: Team[] = Array.from({ length: 60 }, (_, i) => ({
  id: `t${i}`,
  name: `Team ${i}`,
  faelle: 60 - i,
}));
const spalten: Spalte<Team>[] = [
  { schluessel: 'name', titel: 'Name', text: (t) => t.name },
  {
    schluessel: 'faelle',
    titel: 'Fälle',
    text: (t) => String(t.faelle),
    sortierbar: true,
    ausrichtung: 'rechts',
  },
];
const grund = { bezeichnung: 'Teams', spalten, schluessel: (t: Team) => t.id };

it('sortiert und blättert durch die Quelle und nennt die Zahl der Zeilen', async () => {
  const laden = vi.fn(ausListe(teams, { faelle: (t) => t.faelle }));
  render(Tabelle<Team>, { ...grund, laden, groesse: 25 });
  expect(await screen.findByText('1 bis 25 von 60 Zeilen')).toBeTruthy();

  await userEvent.click(screen.getByRole('button', { name: /Fälle/ }));
  expect(await screen.findByRole('row', { name: /^Team 59 1$/ })).toBeTruthy();
  expect(screen.getByRole('columnheader', { name: /Fälle/ }).getAttribute('aria-sort')).toBe('ascending');

  await userEvent.click(screen.getByRole('button', { name: 'Letzte Seite' }));
  expect(await screen.findByText('51 bis 60 von 60 Zeilen')).toBeTruthy();
  const letzte: TabellenAnfrage = { sortierung: 'faelle', absteigend: false, seite: 2, groesse: 25 };
  expect(laden).toHaveBeenLastCalledWith(letzte);
});

it('bewegt sich mit den Pfeilen, öffnet mit Eingabe, wählt mit der Leertaste', async () => {
  const oeffnen = vi.fn();
  render(Tabelle<Team>, { ...grund, laden: ausListe(teams.slice(0, 3)), oeffnen, auswahl: [] });
  const zeile = await screen.findByRole('row', { name: /Team 0/ });
  zeile.focus();
  await userEvent.keyboard('{ArrowDown}{Enter} {End}');

  expect(oeffnen).toHaveBeenCalledWith(teams[1]);
  expect(screen.getByText('3 Zeilen, 1 ausgewählt')).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole('row', { name: /Team 2/ }));
  const haltepunkte = within(screen.getByRole('grid'))
    .getAllByRole('row')
    .filter((z) => z.getAttribute('tabindex') === '0');
  expect(haltepunkte).toHaveLength(1);
});

it('sagt, was nicht ging, und versucht es erneut', async () => {
  const laden = vi.fn<(a: TabellenAnfrage) => Promise<{ zeilen: Team[]; gesamt: number }>>();
  laden.mockRejectedValueOnce(new Fehler('intern', 'Das hat nicht geklappt.'));
  laden.mockResolvedValueOnce({ zeilen: [], gesamt: 0 });
  render(Tabelle<Team>, { ...grund, laden, leer: 'Noch keine Teams' });

  expect(await screen.findByText('Das hat nicht geklappt.')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Erneut versuchen' }));
  expect(await screen.findByText('Noch keine Teams')).toBeTruthy();
});

it('zeigt von einer überholten Antwort nichts', async () => {
  const antworten: ((name: string) => void)[] = [];
  const laden = () =>
    new Promise<{ zeilen: Team[]; gesamt: number }>((fertig) =>
      antworten.push((name) => fertig({ zeilen: [{ id: name, name, faelle: 1 }], gesamt: 1 })),
    );
  const { rerender } = render(Tabelle<Team>, { ...grund, laden, filter: { suche: '' } });
  await rerender({ filter: { suche: 'neu' } });
  await vi.waitFor(() => expect(antworten).toHaveLength(2));
  antworten[1]?.('neu');
  antworten[0]?.('alt');
  expect(await screen.findByRole('row', { name: /neu/ })).toBeTruthy();
  expect(screen.queryByRole('row', { name: /alt/ })).toBeNull();
});

it('zeichnet von vielen Zeilen nur die sichtbaren, ohne Höhe zu verlieren', () => {
  const { von, bis, davor, danach } = fenster(1000, 18_000, 360);
  expect(von).toBeLessThanOrEqual(500);
  expect(bis).toBeGreaterThanOrEqual(510);
  expect(bis - von).toBeLessThan(40);
  expect(davor + (bis - von) * 36 + danach).toBe(36_000);
  expect(fenster(5, 0, 360)).toEqual({ von: 0, bis: 5, davor: 0, danach: 0 });
});
