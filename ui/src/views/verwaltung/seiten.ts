/** The pages of the administration, and the query that shows whether a person may see each. */
import type { Component } from 'svelte';
import type { Abfragen } from '../../ipc/bindings';
import Abwesenheiten from './Abwesenheiten.svelte';
import Aufbewahrung from './Aufbewahrung.svelte';
import Benutzer from './Benutzer.svelte';
import Haus from './Haus.svelte';
import Kataloge from './Kataloge.svelte';
import Organisation from './Organisation.svelte';
import Protokoll from './Protokoll.svelte';
import Rechte from './Rechte.svelte';
import Sicherung from './Sicherung.svelte';

export interface Verwaltungsseite {
  pfad: string;
  titel: string;
  text: string;
  /** Any of these opens the page. */
  recht: (keyof Abfragen)[];
  /** Gets `teile` if it has pages below it. */
  inhalt: Component<Record<string, never>> | Component<{ teile: string[] }>;
}

export const SEITEN: Verwaltungsseite[] = [
  {
    pfad: 'haus',
    titel: 'Haus',
    text: 'Name, Land, Feiertage, Zeit bis zur Sperre; Datenordner und Programmversion',
    recht: ['haus.lesen'],
    inhalt: Haus,
  },
  {
    pfad: 'organisation',
    titel: 'Organisation',
    text: 'Teams, Bereiche und Standorte mit ihrer Gültigkeit',
    recht: ['organisation.uebersicht'],
    inhalt: Organisation,
  },
  {
    pfad: 'benutzer',
    titel: 'Benutzer',
    text: 'Wer sich anmelden kann, mit welchen Rollen und für welche Teams',
    recht: ['benutzer.liste'],
    inhalt: Benutzer,
  },
  {
    pfad: 'abwesenheiten',
    titel: 'Abwesenheiten',
    text: 'Wer wann abwesend ist und wer vertritt; Ihre eigenen tragen Sie selbst ein',
    recht: ['abwesenheit.liste'],
    inhalt: Abwesenheiten,
  },
  {
    pfad: 'kataloge',
    titel: 'Kataloge',
    text: 'Sachgebiete und Ursachen, die alle Bereiche gemeinsam verwenden',
    recht: ['katalog.liste'],
    inhalt: Kataloge,
  },
  {
    pfad: 'rechte',
    titel: 'Rechte',
    text: 'Was jede Rolle ansehen und ändern darf, und wie weit',
    recht: ['haus.rechte'],
    inhalt: Rechte,
  },
  {
    pfad: 'protokoll',
    titel: 'Protokoll',
    text: 'Jeder Vorgang mit Zeit, Person und Datensatz; Prüfung auf Unversehrtheit',
    recht: ['protokoll.seite', 'protokoll.pruefe'],
    inhalt: Protokoll,
  },
  {
    pfad: 'aufbewahrung',
    titel: 'Aufbewahrung',
    text: 'Wie lange Namen und Nummern bleiben, was fällig ist und was entfernt wurde',
    recht: ['aufbewahrung.uebersicht'],
    inhalt: Aufbewahrung,
  },
  {
    pfad: 'sicherung',
    titel: 'Sicherung',
    text: 'Sicherungen erstellen, proben und wiederherstellen',
    recht: ['sicherung.liste'],
    inhalt: Sicherung,
  },
];
