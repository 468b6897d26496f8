//! What the registers of the demo house speak of. Invented; no name of anyone.

/// A breach: subject, what happened, what was violated, kinds of data, persons, risk, likely consequences.
pub(super) type Vorfall = (
    &'static str,
    &'static str,
    &'static str,
    &'static [&'static str],
    Option<u32>,
    &'static str,
    &'static str,
);

#[rustfmt::skip]
pub(super) const VORFAELLE: &[(u64, Vorfall)] = &[
    (30, ("Bescheid an frühere Anschrift", "Ein Bescheid ging an eine frühere Anschrift und wurde dort geöffnet. Er kam ungelesen zurück in die Poststelle.",
        "vertraulichkeit", &["stammdaten", "leistungsdaten"], Some(1), "gering", "Der Empfänger kennt Höhe und Grund einer Leistung.")),
    (20, ("Unterlagen in falscher Akte", "Unterlagen zweier Bedarfsgemeinschaften wurden beim Erfassen vertauscht und sind von der falschen Seite eingesehen worden.",
        "vertraulichkeit", &["stammdaten", "einkommen"], Some(4), "risiko", "Nachbarn können Einkommen und Miete kennen.")),
    (14, ("E-Mail an falschen Verteiler", "Eine Teilnehmerliste ging unverschlüsselt an einen Träger, der nicht zuständig ist.",
        "vertraulichkeit", &["stammdaten", "vermittlung"], Some(18), "risiko", "Der Träger kennt Personen, mit denen er nichts zu tun hat.")),
    (8, ("Ärztliche Unterlagen offen gelegen", "Ein Gutachten lag über Mittag sichtbar am Kopierer im Wartebereich.",
        "vertraulichkeit", &["gesundheit"], Some(1), "hoch", "Gesundheitsangaben können Unbefugten bekannt geworden sein.")),
    (10, ("Diensthandy verloren", "Ein verschlüsseltes Diensthandy ging im Außendienst verloren und wurde aus der Ferne gesperrt.",
        "verfuegbarkeit", &["stammdaten"], None, "gering", "Das Gerät ist verschlüsselt.")),
    (8, ("Papier in offenem Behälter", "Ausdrucke lagen in einem offenen Behälter im Hof statt im verschlossenen Container.",
        "vertraulichkeit", &["stammdaten", "bankdaten"], Some(30), "hoch", "Kontodaten können missbraucht werden.")),
    (10, ("Auswertung mit Beschäftigtendaten", "Eine Abwesenheitsliste war für wenige Stunden für alle Teams lesbar.",
        "vertraulichkeit", &["beschaeftigte"], Some(12), "gering", "Kolleginnen und Kollegen kennen Abwesenheiten.")),
];

/// What was done after a breach.
pub(super) const MASSNAHMEN: &[&str] = &[
    "Anschriften vor dem Druck mit der Akte abgleichen",
    "Hinweis im Team zur Ablage am Kopierer",
    "Verteilerlisten bereinigen und Freigabe durch zwei Personen",
    "Schlüssel der Container neu verteilen",
];

/// A request: which right, subject.
pub(super) const ANFRAGEN: &[(u64, (&str, &str))] = &[
    (55, ("auskunft", "Auskunft über alle gespeicherten Daten")),
    (15, ("auskunft", "Auskunft, an wen Daten gegangen sind")),
    (10, ("berichtigung", "Falsche Bankverbindung berichtigen")),
    (9, ("loeschung", "Löschung alter Kontoauszüge")),
    (3, ("einschraenkung", "Sperre während eines Streits über die Richtigkeit")),
    (2, ("widerspruch", "Keine Weitergabe an Maßnahmeträger")),
    (6, ("beschwerde", "Gespräche im Wartebereich sind mitzuhören")),
];

pub(super) const NACHWEISE: &[(u64, &str)] =
    &[(40, "bekannte_anschrift"), (30, "ausweis"), (20, "aktenabgleich"), (7, "portal"), (3, "vollmacht")];

/// A Zuwendung: kind, giver, what, occasion, cents, what is decided.
pub(super) type Zuwendung =
    (&'static str, &'static str, &'static str, &'static str, Option<i64>, &'static str);

#[rustfmt::skip]
pub(super) const ZUWENDUNGEN: &[(u64, Zuwendung)] = &[
    (30, ("sachgeschenk", "kunde", "Pralinen", "Dank nach einem Gespräch", Some(800), "angenommen")),
    (16, ("sachgeschenk", "kunde", "Blumenstrauß", "Dank nach der Vermittlung", Some(1_500), "angenommen")),
    (12, ("sachgeschenk", "bildungstraeger", "Kalender und Kugelschreiber", "Jahreswechsel", Some(600), "angenommen")),
    (10, ("bewirtung", "firma", "Essen bei einem Betriebsbesuch", "Betriebsbesuch", Some(1_200), "angenommen")),
    (9, ("einladung", "bildungstraeger", "Sommerfest mit Übernachtung", "Einladung zum Sommerfest", Some(18_000), "abgelehnt")),
    (8, ("sachgeschenk", "firma", "Präsentkorb", "Jahreswechsel", Some(6_500), "zurueckgegeben")),
    (6, ("geld", "kunde", "Geldschein in einem Umschlag", "Dank nach dem Bescheid", Some(2_000), "zurueckgegeben")),
    (5, ("sachgeschenk", "unbekannt", "Wein ohne Absender", "", Some(2_400), "gespendet")),
    (4, ("rabatt", "vermieter", "Rabatt beim Möbelkauf", "", None, "abgelehnt")),
];

/// An entry of the atlas: kind, name, area, how exposed, features, safeguards, months in use at the beginning.
pub(super) type Gefaehrdung = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static [&'static str],
    &'static [&'static str],
    Option<u32>,
);

#[rustfmt::skip]
pub(super) const GEFAEHRDUNGEN: &[Gefaehrdung] = &[
    ("dienstposten", "Vergabe von Maßnahmen", "markt-und-integration", "besonders", &["vergabe", "dauerhafte_kontakte"], &["vier_augen", "trennung", "rotation"], Some(30)),
    ("dienstposten", "Prüfung von Maßnahmeträgern", "markt-und-integration", "besonders", &["kontrolle", "aussenkontakte"], &["vier_augen", "dokumentation"], Some(14)),
    ("arbeitsgebiet", "Bewilligung von Leistungen", "leistungsgewaehrung", "hoch", &["zahlungen", "berechtigungen"], &["vier_augen", "stichproben", "berechtigungen"], None),
    ("arbeitsgebiet", "Änderung von Bankverbindungen", "leistungsgewaehrung", "besonders", &["zahlungen", "berechtigungen"], &["vier_augen", "auffaelligkeiten"], None),
    ("dienstposten", "Kosten der Unterkunft: Wohnungsbeschaffung", "leistungsgewaehrung", "hoch", &["ermessen", "dauerhafte_kontakte"], &["stichproben", "fallwechsel"], Some(45)),
    ("arbeitsgebiet", "Erstausstattung und einmalige Leistungen", "leistungsgewaehrung", "mittel", &["ermessen"], &["stichproben"], None),
    ("dienstposten", "Arbeitgeberservice", "markt-und-integration", "hoch", &["aussenkontakte", "ermessen"], &["dokumentation", "aufsicht"], Some(25)),
    ("arbeitsgebiet", "Eingliederungszuschüsse", "markt-und-integration", "hoch", &["zahlungen", "ermessen"], &["vier_augen", "stichproben"], None),
    ("dienstposten", "Beschaffung und Verträge", "buero-geschaeftsfuehrung", "besonders", &["vergabe", "allein"], &["vier_augen", "trennung"], Some(52)),
    ("dienstposten", "Haushalt und Anordnung", "buero-geschaeftsfuehrung", "besonders", &["zahlungen", "berechtigungen"], &["vier_augen", "rotation"], Some(20)),
    ("dienstposten", "IT-Berechtigungen", "buero-geschaeftsfuehrung", "hoch", &["berechtigungen"], &["vier_augen", "berechtigungen"], Some(38)),
    ("arbeitsgebiet", "Empfang und Poststelle", "eingangszone", "gering", &[], &[], None),
    ("arbeitsgebiet", "Außendienst", "leistungsgewaehrung", "mittel", &["aussenkontakte", "informationen"], &["dokumentation"], None),
    ("arbeitsgebiet", "Rückforderung und Einziehung", "leistungsgewaehrung", "mittel", &["zahlungen"], &["stichproben"], None),
];

/// Entries that are no more: months before the key date, and why.
#[rustfmt::skip]
pub(super) const ENTFALLEN: &[(Gefaehrdung, u32, &str)] = &[
    (("arbeitsgebiet", "Barauszahlung am Kassenautomaten", "eingangszone", "mittel", &["wertgegenstaende"], &["vier_augen", "dokumentation"], None), 18,
     "Der Kassenautomat ist abgebaut; ausgezahlt wird nur noch über die Hauskasse der Stadt."),
    (("arbeitsgebiet", "Ausgabe von Fahrscheinen", "markt-und-integration", "mittel", &["wertgegenstaende", "ermessen"], &["dokumentation", "stichproben"], None), 0,
     "Fahrtkosten werden nur noch überwiesen, Fahrscheine gibt das Haus nicht mehr aus."),
];
