/** Persons by their signs, as pages name them. */
import type { Personenzeichen } from '../ipc/bindings';

/** Sign of a person, or what stands instead. */
export const zeichen = (personen: Personenzeichen[], id: string | null | undefined) =>
  personen.find((p) => p.id === id)?.zeichen ?? (id ? 'unbekannt' : '–');
