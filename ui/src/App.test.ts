import { configure, render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import App from './App.svelte';
import type { Zustand } from './ipc/befehle';
import { sitzung } from './shared/sitzung.svelte';

// The first test also loads the pages; on a busy machine that takes longer than the usual second.
configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 30_000 });

const PERSON = {
  id: '1',
  benutzername: 'qm',
  anzeigename: 'Petra Muster',
  zeichen: 'QM-1',
  rollen: ['qualitaetsmanagement' as const],
  rollen_titel: ['Qualitätsmanagement'],
  passwort_wechseln: false,
};
const NICHTS = { werte: {}, einrichtung: [], mit_fachaufsicht: false };
let stand: Zustand;
const gerufen: string[] = [];
// An area's code is loaded on first use, slowly while other suites run.
const GEDULD = { timeout: 8000 };

beforeEach(() => {
  gerufen.length = 0;
  location.hash = '';
  sitzung.zustand = null;
  stand = {
    art: 'geschlossen',
    haus: 'Jobcenter Musterkreis',
    demo: false,
    person: null,
    nur_lesen: false,
    sperre_minuten: 10,
    navigation: [],
    rechte: [],
    ordner: '/daten/iks',
    letzte_sicherung: null,
    ohne_sicherung: null,
    programmversion: '0.1.0',
  };
  vi.spyOn(globalThis, 'fetch').mockImplementation((ziel) => {
    const befehl = String(ziel).replace('/api/', '');
    gerufen.push(befehl);
    // The pages themselves are not the subject here: a start page on which nothing waits.
    if (befehl === 'lesen') return Promise.resolve(new Response(JSON.stringify(NICHTS)));
    if (befehl === 'anmelden' || befehl === 'entsperren') {
      stand = {
        ...stand,
        art: 'offen',
        person: PERSON,
        navigation: ['Übersicht', 'Fachaufsicht', 'Unbekannt'],
      };
    }
    if (befehl === 'sperren') stand = { ...stand, art: 'gesperrt', navigation: [] };
    return Promise.resolve(new Response(JSON.stringify(befehl === 'zustand' ? stand : null)));
  });
});

async function meldeAn(): Promise<void> {
  render(App);
  await userEvent.type(await screen.findByLabelText('Benutzername'), 'qm');
  await userEvent.type(screen.getByLabelText('Passwort'), 'geheim');
  await userEvent.click(screen.getByRole('button', { name: 'Anmelden' }));
  await screen.findByRole('navigation', { name: 'Hauptnavigation' });
}

it('führt von der Anmeldung in die Hauptnavigation mit den bekannten Bereichen', async () => {
  await meldeAn();
  expect(screen.getByRole('link', { name: 'Fachaufsicht' })).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'Unbekannt' })).toBeNull();
  expect((await screen.findByRole('heading', { level: 1 }, GEDULD)).textContent).toBe('Übersicht');
});

it('verbirgt den Inhalt beim Sperren und behält ihn', async () => {
  await meldeAn();
  // The heading alone also stands over the page that is still being loaded.
  const vorher = await screen.findByText('Für Ihre Rolle gibt es hier noch nichts zu tun.', {}, GEDULD);
  await userEvent.click(screen.getByRole('button', { name: 'Sperren' }));
  expect(await screen.findByRole('button', { name: 'Entsperren' })).toBeTruthy();
  expect(screen.queryByRole('navigation', { name: 'Hauptnavigation' })).toBeNull();

  await userEvent.type(screen.getByLabelText('Passwort'), 'geheim');
  await userEvent.click(screen.getByRole('button', { name: 'Entsperren' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Übersicht' }, GEDULD)).toBeTruthy();
  expect(screen.getByText('Für Ihre Rolle gibt es hier noch nichts zu tun.')).toBe(vorher);
});

it('verlangt bei einem vergebenen Passwort zuerst ein eigenes', async () => {
  stand = {
    ...stand,
    art: 'offen',
    person: { ...PERSON, passwort_wechseln: true },
    navigation: ['Übersicht'],
  };
  render(App);
  expect(await screen.findByRole('heading', { level: 1, name: 'Neues Passwort' })).toBeTruthy();
  expect(screen.queryByRole('navigation')).toBeNull();
});

it('zeigt Demodaten und nur lesbare Häuser an', async () => {
  stand = { ...stand, art: 'offen', person: PERSON, demo: true, nur_lesen: true, navigation: ['Übersicht'] };
  render(App);
  expect(await screen.findByText('Demodaten')).toBeTruthy();
  expect(screen.getByText(/nur zum Lesen/)).toBeTruthy();
});

it('fragt im Einrichtungsassistenten nur nach den Feiertagen, die das Land der Gemeinde überlässt', async () => {
  stand = { ...stand, art: 'kein_haus', haus: null };
  render(App);
  await screen.findByRole('heading', { name: 'Einrichtung' });
  expect(screen.queryByText(/Fronleichnam/)).toBeNull();
  await userEvent.selectOptions(screen.getByLabelText('Land'), 'TH');
  expect(screen.getByLabelText(/Fronleichnam/)).toBeTruthy();
  await userEvent.selectOptions(screen.getByLabelText('Land'), 'BY');
  expect(screen.queryByLabelText(/Fronleichnam/)).toBeNull();
  expect(screen.getByLabelText(/Friedensfest/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Weiter' }));
  expect(await screen.findByText('Bitte füllen Sie dieses Feld aus.')).toBeTruthy();
});
