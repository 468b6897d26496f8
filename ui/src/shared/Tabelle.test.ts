import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Fehler } from '../ipc/carrier';
import { ansichten } from './ansicht.svelte';
import type { Listenexport } from './liste';
import { meldungen } from './meldungen.svelte';
import Tabellenprobe from './probe/Tabellenprobe.svelte';
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
beforeEach(() => {
  vi.spyOn(globalThis, 'fetch').mockImplementation(() => Promise.resolve(new Response('{}')));
});
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

describe('Auswahl', () => {
  const laden = ausListe(teams);

  it('überlebt das Blättern, nennt die Zahl und gibt die Zeilen weiter', async () => {
    render(Tabellenprobe, { laden, filter: '' });
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Team 3 auswählen' }));
    await userEvent.click(screen.getByRole('button', { name: 'Nächste Seite' }));
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Team 27 auswählen' }));
    expect(screen.getByText('2 ausgewählt')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Tun mit Team 3, Team 27' })).toBeTruthy();

    await userEvent.click(screen.getByRole('button', { name: 'Vorige Seite' }));
    const drei = await screen.findByRole<HTMLInputElement>('checkbox', { name: 'Team 3 auswählen' });
    expect(drei.checked).toBe(true);
    const alle = screen.getByRole<HTMLInputElement>('checkbox', {
      name: 'Alle Zeilen dieser Seite auswählen',
    });
    expect([alle.checked, alle.indeterminate]).toEqual([false, true]);
    await userEvent.click(alle);
    expect(screen.getByText('26 ausgewählt')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Auswahl aufheben' }));
    expect(screen.getByText('0 ausgewählt')).toBeTruthy();
  });

  it('wird mit den Filtern aufgehoben, und das wird gesagt', async () => {
    meldungen.leere();
    const { rerender } = render(Tabellenprobe, { laden, filter: 'a' });
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Team 3 auswählen' }));
    await rerender({ filter: 'b' });
    expect(await screen.findByText('0 ausgewählt')).toBeTruthy();
    expect(meldungen.liste.map((m) => m.text)).toEqual([
      'Die Auswahl wurde aufgehoben, weil die Filter geändert wurden.',
    ]);
    await rerender({ filter: 'c' });
    expect(meldungen.liste).toHaveLength(1);
  });
});

it('blendet Spalten aus und ein und merkt es sich', async () => {
  const { unmount } = render(Tabellenprobe, { laden: ausListe(teams), filter: '' });
  expect(await screen.findByRole('columnheader', { name: 'Fälle' })).toBeTruthy();
  expect(screen.queryByRole('columnheader', { name: 'Kürzel' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: /^Spalten/ }));
  await userEvent.click(screen.getByRole('checkbox', { name: 'Kürzel' }));
  await userEvent.click(screen.getByRole('checkbox', { name: 'Fälle' }));
  await userEvent.click(screen.getByRole('button', { name: 'Übernehmen' }));
  expect(screen.queryByRole('columnheader', { name: 'Fälle' })).toBeNull();
  expect(screen.getByRole('columnheader', { name: 'Kürzel' })).toBeTruthy();
  unmount();

  render(Tabellenprobe, { laden: ausListe(teams), filter: '' });
  expect(await screen.findByRole('columnheader', { name: 'Kürzel' })).toBeTruthy();
  ansichten.merke('probe.spalten', undefined);
});

it('gibt aus, was gefiltert, sortiert und angezeigt ist, und fragt vor dem Ersetzen', async () => {
  const exportieren = vi.fn<Listenexport>();
  const schon = 'Die Datei „t.csv“ gibt es schon. Soll sie ersetzt werden?';
  exportieren.mockRejectedValueOnce(new Fehler('eingabe', schon, [{ feld: 'ueberschreiben', text: schon }]));
  exportieren.mockResolvedValueOnce({ objekte: [], hinweise: ['Die Liste ist geschrieben: 60 Zeilen.'] });
  render(Tabellenprobe, { laden: ausListe(teams), filter: '', exportieren });
  await userEvent.click(await screen.findByRole('button', { name: 'Fälle' }));
  await userEvent.click(screen.getByRole('button', { name: /^Exportieren/ }));
  const dialog = within(screen.getByRole('dialog'));
  expect(dialog.getByText(/60 Zeilen/)).toBeTruthy();
  const datei = dialog.getByLabelText<HTMLInputElement>('Datei');
  await userEvent.type(datei, '/tmp/t.xlsx');
  await userEvent.click(dialog.getByRole('radio', { name: 'CSV' }));
  expect(datei.value).toBe('/tmp/t.csv');
  await userEvent.click(dialog.getByRole('button', { name: 'Exportieren' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Ersetzen' }));

  const ziel = { datei: '/tmp/t.csv', spalten: ['name', 'faelle'] };
  await vi.waitFor(() => expect(exportieren).toHaveBeenCalledTimes(2));
  expect(exportieren.mock.calls.map((c) => c[1])).toEqual([
    { ...ziel, ueberschreiben: false },
    { ...ziel, ueberschreiben: true },
  ]);
  expect(exportieren.mock.calls[0]?.[0]).toMatchObject({ sortierung: 'faelle', absteigend: false });
  await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});
