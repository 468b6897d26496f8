import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import Kalender from './Kalender.svelte';
import {
  istWochenende,
  kalenderwoche,
  nachTaste,
  raster,
  tagInWorten,
  titel,
  wochentag,
  type Kalendereintrag,
  type Kalenderinhalt,
} from './kalender';

describe('Tage und Wochen', () => {
  // ISO 8601: years of 53 weeks, and days that belong to the week-year before or after.
  it.each([
    ['2026-11-22', 47],
    ['2026-01-01', 1],
    ['2026-12-31', 53],
    ['2027-01-03', 53],
    ['2027-01-04', 1],
    ['2024-12-30', 1],
    ['2023-01-01', 52],
    ['2021-01-03', 53],
  ])('%s liegt in KW %i', (tag, woche) => {
    expect(kalenderwoche(tag)).toBe(woche);
  });

  it('beginnt Wochen am Montag', () => {
    expect(wochentag('2026-11-23')).toBe(0);
    expect([istWochenende('2026-11-20'), istWochenende('2026-11-21')]).toEqual([false, true]);
  });

  it('zeigt einen Monat in ganzen Wochen', () => {
    const november = raster('2026-11-10', 'monat');
    expect(november.map((z) => z.woche)).toEqual([44, 45, 46, 47, 48, 49]);
    expect([november[0]?.tage[0], november[5]?.tage[6]]).toEqual(['2026-10-26', '2026-12-06']);
    // February 2027 begins on a Monday and has four weeks.
    expect(raster('2027-02-28', 'monat')).toHaveLength(4);
    expect(raster('2026-11-22', 'woche')).toEqual([
      { woche: 47, tage: [16, 17, 18, 19, 20, 21, 22].map((t) => `2026-11-${t}`) },
    ]);
  });

  it('nennt Zeiträume und Tage', () => {
    expect(titel('2026-03-05', 'monat')).toBe('März 2026');
    expect(titel('2026-12-31', 'woche')).toBe('KW 53, 28.12. bis 03.01.2027');
    expect(tagInWorten('2026-11-22')).toBe('Sonntag, 22. November 2026');
  });

  it.each([
    ['ArrowDown', '2026-02-07'],
    ['ArrowLeft', '2026-01-30'],
    ['PageDown', '2026-02-28'],
    ['PageUp', '2025-12-31'],
    ['Home', '2026-01-26'],
    ['End', '2026-02-01'],
    ['x', null],
  ])('%s führt vom 31.01.2026 zu %s', (taste, ziel) => {
    expect(nachTaste('2026-01-31', taste)).toBe(ziel);
  });
});

const eintrag = (tag: string, text: string, art: Kalendereintrag['art'] = 'info') => ({
  tag,
  text,
  ziel: `#/${text}`,
  art,
});

describe('Kalender', () => {
  const grund = { bezeichnung: 'Fristen', tag: '2026-11-18', heute: '2026-11-20' };
  const tag = (name: RegExp) => screen.getByRole('gridcell', { name });

  it('zeigt Einträge als Links mit Zustand in Worten und öffnet den Tag', async () => {
    const eintraege = [1, 2, 3, 4, 5, 6].map((n) => eintrag('2026-11-18', `Frist ${n}`, 'gefahr'));
    const feiertage = [{ tag: '2026-11-18', name: 'Buß- und Bettag' }];
    render(Kalender, { ...grund, eintraege, feiertage });
    const zelle = within(tag(/18\. November 2026, Buß- und Bettag, 6 Einträge/));
    expect(zelle.getAllByRole('link').map((l) => l.textContent?.trim())).toEqual([
      'dringend: Frist 1',
      'dringend: Frist 2',
      'dringend: Frist 3',
    ]);
    expect(zelle.getAllByRole('link')[0]?.getAttribute('href')).toBe('#/Frist 1');
    await userEvent.click(zelle.getByRole('button', { name: '+3 weitere' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Mittwoch, 18. November 2026' }));
    expect(dialog.getAllByRole('link')).toHaveLength(6);
  });

  it('sagt Text und Nummer ganz, auch wo der Text gekürzt steht', () => {
    const lang = { ...eintrag('2026-11-18', 'Stellungnahme der Leistung einholen', 'gefahr'), nummer: 'W-7' };
    render(Kalender, { ...grund, eintraege: [lang] });
    const link = screen.getByRole('link');
    expect(link.textContent?.trim()).toBe('dringend: Stellungnahme der Leistung einholen W-7');
    expect(link.title).toBe('Stellungnahme der Leistung einholen W-7');
  });

  it('hat einen Haltepunkt, der den Pfeilen folgt, auch über den Monat', async () => {
    render(Kalender, { ...grund, eintraege: [eintrag('2026-11-25', 'A'), eintrag('2026-11-18', 'B')] });
    expect(screen.getAllByRole('gridcell').filter((z) => z.tabIndex === 0)).toHaveLength(1);
    // Links of other days are reached after going there.
    expect(screen.getByRole('link', { name: /A$/ }).tabIndex).toBe(-1);
    expect(screen.getByRole('link', { name: /B$/ }).tabIndex).toBe(0);
    tag(/18\. November/).focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(tag(/25\. November/));
    await userEvent.keyboard('{PageDown}');
    expect(screen.getByRole('grid', { name: 'Fristen, Dezember 2026' })).toBeTruthy();
    expect(document.activeElement).toBe(tag(/25\. Dezember/));
    await userEvent.keyboard('{Enter}');
    expect(screen.getByRole('dialog', { name: 'Freitag, 25. Dezember 2026' })).toBeTruthy();
  });

  it('lädt den gezeigten Zeitraum, verwirft überholte Antworten und sagt Fehler', async () => {
    const antworten: ((i: Kalenderinhalt) => void)[] = [];
    const laden = vi.fn((von: string, bis: string) => {
      void [von, bis];
      return new Promise<Kalenderinhalt>((fertig) => antworten.push(fertig));
    });
    render(Kalender, { ...grund, laden });
    expect(laden).toHaveBeenLastCalledWith('2026-10-26', '2026-12-06');
    await userEvent.click(screen.getByRole('button', { name: 'Nächster Monat' }));
    expect(laden).toHaveBeenLastCalledWith('2026-11-30', '2027-01-03');
    antworten[1]?.({ eintraege: [eintrag('2026-12-24', 'neu')] });
    antworten[0]?.({ eintraege: [eintrag('2026-12-24', 'alt')] });
    expect(await screen.findByRole('link', { name: /neu/ })).toBeTruthy();
    expect(screen.queryByRole('link', { name: /alt/ })).toBeNull();

    await userEvent.click(screen.getByRole('button', { name: 'Heute' }));
    expect(screen.getByText('November 2026', { selector: '.titel' })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Woche' }));
    expect(laden).toHaveBeenLastCalledWith('2026-11-16', '2026-11-22');
    expect(screen.getAllByRole('gridcell')).toHaveLength(7);
  });
});
