/** What sites, areas and teams have in common on their page, and the words for each. */
import type { Bereich, Standort, Team } from '../../ipc/bindings';

export type Einheit = Standort | Bereich | Team;
export type Einheitsart = 'team' | 'bereich' | 'standort';

interface Art {
  liste: 'teams' | 'bereiche' | 'standorte';
  operation:
    'organisation.team_speichern' | 'organisation.bereich_speichern' | 'organisation.standort_speichern';
  mehrzahl: string;
  neu: string;
  aendern: string;
  gespeichert: string;
  erklaerung: string;
  namenshinweis: string;
  leer: string;
  leerHilfe: string;
}

export const ARTEN: Record<Einheitsart, Art> = {
  team: {
    liste: 'teams',
    operation: 'organisation.team_speichern',
    mehrzahl: 'Teams',
    neu: 'Neues Team',
    aendern: 'Team ändern',
    gespeichert: 'Das Team wurde gespeichert.',
    erklaerung:
      'Ergebnisse werden je Team ausgewiesen, nie je Person. Teams mit weniger als 5 Beschäftigten erscheinen nur zusammen mit ihrem Bereich.',
    namenshinweis:
      'So geschrieben wie in den Listen der Fachverfahren; beim Einlesen wird danach zugeordnet.',
    leer: 'Noch keine Teams',
    leerHilfe: 'Legen Sie zuerst Bereiche und Standorte an, dann die Teams.',
  },
  bereich: {
    liste: 'bereiche',
    operation: 'organisation.bereich_speichern',
    mehrzahl: 'Bereiche',
    neu: 'Neuer Bereich',
    aendern: 'Bereich ändern',
    gespeichert: 'Der Bereich wurde gespeichert.',
    erklaerung:
      'Ein Bereich fasst Teams zusammen. Seine Leitung entscheidet, was zwischen Prüfung und Team strittig ist.',
    namenshinweis: 'Zum Beispiel Leistungsgewährung',
    leer: 'Noch keine Bereiche',
    leerHilfe: 'Legen Sie den ersten Bereich an, zum Beispiel Leistungsgewährung.',
  },
  standort: {
    liste: 'standorte',
    operation: 'organisation.standort_speichern',
    mehrzahl: 'Standorte',
    neu: 'Neuer Standort',
    aendern: 'Standort ändern',
    gespeichert: 'Der Standort wurde gespeichert.',
    erklaerung: 'Ein Standort ist der Ort, an dem Teams arbeiten.',
    namenshinweis: 'Zum Beispiel Hauptstelle',
    leer: 'Noch keine Standorte',
    leerHilfe: 'Legen Sie den ersten Standort an.',
  },
};
