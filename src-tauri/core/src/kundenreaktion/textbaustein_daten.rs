//! The text blocks that come with the program. Invented, plain and polite; the house adapts and releases its own.
//! What a person must write herself stands in square brackets, as a placeholder without a value does.

use super::textbaustein::{Textvorlage, Textzweck};

pub(super) const VORLAGEN: &[Textvorlage] = &[
    Textvorlage {
        zweck: Textzweck::Eingangsbestaetigung,
        titel: "Eingangsbestätigung",
        text: "\
{anrede},

vielen Dank, dass Sie sich an uns gewandt haben. Ihr Anliegen hat uns am {eingang} erreicht ({kanal}). Es geht um: {anliegen}.

Wir nehmen Ihr Anliegen ernst und prüfen es. Sie erhalten spätestens am {antwort_bis} eine Antwort. Brauchen wir noch Angaben von Ihnen, melden wir uns vorher.

Ihr Anliegen wird hier unter der Nummer {nummer} geführt. Bitte nennen Sie diese Nummer, wenn Sie sich noch einmal melden. Zuständig: {team}.

Wollen Sie Widerspruch einlegen, sagen Sie es uns bitte ausdrücklich. Dafür gilt die Frist, die im Bescheid steht.",
    },
    Textvorlage {
        zweck: Textzweck::Zwischennachricht,
        titel: "Zwischennachricht",
        text: "\
{anrede},

Sie haben sich am {eingang} an uns gewandt. Es geht um: {anliegen}.

Leider können wir Ihnen heute noch nicht abschließend antworten. Wir brauchen noch Zeit, um alles sorgfältig zu klären. Dafür bitten wir Sie um Verständnis.

Wir antworten Ihnen voraussichtlich bis {antwort_bis}. Wenn Sie vorher Fragen haben, sprechen Sie uns bitte an. Zuständig: {team}. Ihre Nummer: {nummer}.",
    },
    Textvorlage {
        zweck: Textzweck::Berechtigt,
        titel: "Antwort: Die Beschwerde ist berechtigt",
        text: "\
{anrede},

Sie haben sich am {eingang} bei uns beschwert. Es geht um: {anliegen}.

Wir haben den Vorgang geprüft. Ihre Beschwerde ist berechtigt. Es tut uns leid, dass Sie diese Erfahrung gemacht haben.

Das haben wir festgestellt:

- [Bitte beschreiben Sie kurz, was geschehen ist.]

Das haben wir veranlasst:

- [Bitte beschreiben Sie, was sich ändert und ab wann.]

Vielen Dank für Ihren Hinweis. Er hilft uns, unsere Arbeit zu verbessern. Wenn noch etwas offen ist, sprechen Sie uns bitte an. Zuständig: {team}. Ihre Nummer: {nummer}.",
    },
    Textvorlage {
        zweck: Textzweck::Unberechtigt,
        titel: "Antwort: Die Beschwerde ist nicht berechtigt",
        text: "\
{anrede},

Sie haben sich am {eingang} bei uns beschwert. Es geht um: {anliegen}.

Wir haben den Vorgang sorgfältig geprüft. Nach unserer Prüfung wurde richtig gehandelt. Die Gründe möchten wir Ihnen erklären:

- [Bitte erläutern Sie die Gründe in einfachen Worten.]

Wir verstehen, dass Sie sich ein anderes Ergebnis gewünscht haben. Gern besprechen wir die Gründe mit Ihnen in einem persönlichen Gespräch. Sprechen Sie uns dazu bitte an. Zuständig: {team}. Ihre Nummer: {nummer}.

Ihre Rechte gegen einen Bescheid bleiben davon unberührt. Welche Frist gilt, steht im Bescheid.",
    },
    Textvorlage {
        zweck: Textzweck::Dank,
        titel: "Dank für ein Lob",
        text: "\
{anrede},

vielen Dank für Ihre freundlichen Worte vom {eingang}. Über Ihr Lob haben wir uns sehr gefreut.

Wir haben es gern weitergegeben. Rückmeldungen wie Ihre zeigen uns, was gut gelingt.

Für Ihren weiteren Weg wünschen wir Ihnen alles Gute.",
    },
    Textvorlage {
        zweck: Textzweck::Weiterleitung,
        titel: "Weiterleitung als Widerspruch",
        text: "\
{anrede},

Ihr Schreiben hat uns am {eingang} erreicht ({kanal}). Wir verstehen es so, dass Sie mit einem Bescheid nicht einverstanden sind. Darüber wird in einem eigenen Verfahren entschieden: dem Widerspruch.

Wir haben Ihr Schreiben deshalb am {heute} an unsere Widerspruchsstelle gegeben. Von dort hören Sie mehr. Für die Frist zählt der Tag, an dem Ihr Schreiben bei uns eingegangen ist.

Ein Widerspruch muss in der Regel schriftlich mit Unterschrift eingelegt werden. Ein Anruf oder eine einfache E-Mail genügt dafür nicht. Haben Sie sich auf diesem Weg gemeldet, reichen Sie den Widerspruch bitte vor Ablauf der Frist unterschrieben nach. Sie können ihn auch bei uns im Haus zu Protokoll geben. Wir helfen Ihnen gern dabei.

Wenn Sie keinen Widerspruch einlegen wollten, sagen Sie uns bitte Bescheid. Soweit Ihr Schreiben auch eine Beschwerde enthält, bearbeiten wir sie hier weiter unter der Nummer {nummer}.",
    },
];
