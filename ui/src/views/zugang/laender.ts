/**
 * The Länder with the holidays that are a matter of the municipality there (Feiertagsgesetze der Länder):
 * Fronleichnam in parts of Sachsen and Thüringen, Mariä Himmelfahrt and the Friedensfest in parts of Bayern.
 * Where a day is a holiday in the whole Land, nothing is asked.
 */
import type { OrtsFeiertage } from '../../ipc/bindings';
import type { Option } from '../../shared/feld';

export const LAENDER: Option[] = [
  { wert: 'BW', text: 'Baden-Württemberg' },
  { wert: 'BY', text: 'Bayern' },
  { wert: 'BE', text: 'Berlin' },
  { wert: 'BB', text: 'Brandenburg' },
  { wert: 'HB', text: 'Bremen' },
  { wert: 'HH', text: 'Hamburg' },
  { wert: 'HE', text: 'Hessen' },
  { wert: 'MV', text: 'Mecklenburg-Vorpommern' },
  { wert: 'NI', text: 'Niedersachsen' },
  { wert: 'NW', text: 'Nordrhein-Westfalen' },
  { wert: 'RP', text: 'Rheinland-Pfalz' },
  { wert: 'SL', text: 'Saarland' },
  { wert: 'SN', text: 'Sachsen' },
  { wert: 'ST', text: 'Sachsen-Anhalt' },
  { wert: 'SH', text: 'Schleswig-Holstein' },
  { wert: 'TH', text: 'Thüringen' },
];

export const fragtFronleichnam = (land: string) => land === 'SN' || land === 'TH';
export const fragtBayern = (land: string) => land === 'BY';

/** The chosen municipal holidays by name. */
export function ortsfeiertage(f: OrtsFeiertage): string[] {
  return [
    ...(f.fronleichnam ? ['Fronleichnam'] : []),
    ...(f.mariae_himmelfahrt ? ['Mariä Himmelfahrt'] : []),
    ...(f.friedensfest ? ['Friedensfest'] : []),
  ];
}
