//! How the error rate and its bounds were calculated, so that a reader can follow with a spreadsheet.

use super::{Rechnung, vorsichtig};
use crate::api::rechner::wahrscheinlich;
use crate::stichprobe::{
    Befund, StichprobeFehler, Zehntelprozent, annahmewahrscheinlichkeit, prozent_dezimal,
    stratified_guaranteed_upper_parts, zahl,
};

/// More addends than these are not written out.
const HOECHSTENS_SUMMANDEN: usize = 8;

impl Rechnung<'_> {
    pub(super) fn schritte(&self) -> Result<Vec<String>, StichprobeFehler> {
        let mut schritte = match self.zeilen.as_slice() {
            [z] => self.einfach(&z.befund)?,
            _ => self.ueber_schichten()?,
        };
        if let Some(ziel) = self.ziel {
            let ziel = prozent_dezimal(ziel);
            schritte.push(if self.gesamt.vollpruefung {
                format!("Urteil: Verglichen wird mit dem Ziel unter {ziel}, ohne Stichprobenfehler.")
            } else {
                format!(
                    "Urteil: Belegt ist das Ziel nur, wenn auch die Obergrenze unter {ziel} liegt; verfehlt nur, wenn schon die Untergrenze darüber liegt; sonst ist es nicht belegt."
                )
            });
        }
        Ok(schritte)
    }

    fn einfach(&self, b: &Befund) -> Result<Vec<String>, StichprobeFehler> {
        let g = &self.gesamt;
        let alle = zahl(b.grundgesamtheit);
        let mut schritte = vec![format!(
            "Fehlerquote: {} von {} geprüften Fällen, kaufmännisch gerundet {}.",
            zahl(b.fehler),
            zahl(b.n),
            g.quote
        )];
        if g.vollpruefung {
            schritte.push(format!("Alle {alle} Fälle sind geprüft. Eine Hochrechnung entfällt; es gibt keinen Stichprobenfehler."));
            if b.ungeklaert > 0 {
                schritte.push(format!(
                    "Mit den ungeklärten Fällen höchstens {} von {alle}, aufgerundet {}.",
                    zahl(g.hoechstens),
                    g.quote_hoechstens
                ));
            }
            return Ok(schritte);
        }
        let alpha = prozent_dezimal(&self.konfidenz.gegenteil());
        let k = b.vorsichtig().k;
        schritte.push(format!(
            "Gezogen ist ohne Zurücklegen aus {alle} Fällen (hypergeometrische Verteilung). Beide Grenzen sind exakt und einseitig, mit α = {alpha}. Quelle: Clopper und Pearson (1934), hier ohne Zurücklegen; Cochran, Sampling Techniques (1977), Kapitel 3."
        ));
        let p =
            |fehlerhaft| annahmewahrscheinlichkeit(b.grundgesamtheit, fehlerhaft, b.n, k).map(wahrscheinlich);
        let mut oben = format!(
            "Obergrenze: die größte Zahl K fehlerhafter Fälle unter allen {alle}, bei der höchstens {} Fehler in der Stichprobe noch mit mehr als {alpha} Wahrscheinlichkeit vorkommen. Bei K = {} sind es {}",
            zahl(k),
            zahl(g.hoechstens),
            p(g.hoechstens)?
        );
        if g.hoechstens + (b.n - k) < b.grundgesamtheit {
            oben.push_str(&format!(", bei K = {} nur noch {}", zahl(g.hoechstens + 1), p(g.hoechstens + 1)?));
        }
        oben.push_str(&format!(
            ". In Excel: =HYPGEOM.VERT({k};{};{};{};WAHR)",
            b.n, g.hoechstens, b.grundgesamtheit
        ));
        if b.ungeklaert > 0 {
            oben.push_str(" Die ungeklärten Fälle zählen dabei als Fehler.");
        }
        schritte.push(oben);
        schritte.push(format!(
            "{} von {alle} sind als Obergrenze aufgerundet {}.",
            zahl(g.hoechstens),
            g.quote_hoechstens
        ));
        schritte.push(format!(
            "Untergrenze: die kleinste Zahl K, bei der mindestens {} Fehler in der Stichprobe mit mehr als {alpha} Wahrscheinlichkeit vorkommen: K = {}, abgerundet {}.",
            zahl(b.fehler),
            zahl(g.mindestens),
            g.quote_mindestens
        ));
        Ok(schritte)
    }

    fn ueber_schichten(&self) -> Result<Vec<String>, StichprobeFehler> {
        let g = &self.gesamt;
        let alle = zahl(g.grundgesamtheit);
        let mut schritte = vec![self.gewichtet()];
        if g.vollpruefung {
            schritte.push(format!("Alle {alle} Fälle sind geprüft. Eine Hochrechnung entfällt; es gibt keinen Stichprobenfehler."));
            return Ok(schritte);
        }
        let befunde = self.befunde();
        let schichten = vorsichtig(&befunde);
        let voll = befunde.iter().filter(|b| b.n == b.grundgesamtheit).count();
        if schichten.iter().all(|s| s.k == 0) {
            schritte.push(format!(
                "Garantierte Obergrenze ohne gefundenen Fehler: Die Fehler sind so ungünstig wie möglich auf die Schichten verteilt; gesucht ist die größte Summe, bei der die Stichproben aller Schichten zusammen noch mit mehr als {} Wahrscheinlichkeit ohne Fehler bleiben (hypergeometrisch, exakt). Das sind {} von {alle}, aufgerundet {}.",
                prozent_dezimal(&self.konfidenz.gegenteil()),
                zahl(g.hoechstens),
                g.quote_hoechstens
            ));
        } else {
            let teile = schichten.len() - voll;
            let voll = match voll {
                0 => String::new(),
                1 => "; 1 voll geprüfte Schicht zählt mit ihren eigenen Fehlern".to_owned(),
                v => format!("; {v} voll geprüfte Schichten zählen mit ihren eigenen Fehlern"),
            };
            schritte.push(format!(
                "Garantierte Obergrenze: je Schicht die exakte hypergeometrische Obergrenze mit der Sicherheit 1 − α/L, damit die Summe {} Sicherheit behält (α = {}, L = {teile} Schichten mit Stichprobe, Bonferroni{voll}).",
                self.sicherheit(),
                prozent_dezimal(&self.konfidenz.gegenteil())
            ));
            let summanden = stratified_guaranteed_upper_parts(&schichten, self.konfidenz)?;
            let summe = if summanden.len() > HOECHSTENS_SUMMANDEN {
                "Die Summe über alle Schichten ist".to_owned()
            } else {
                let teile: Vec<String> = summanden.iter().map(|&s| zahl(s)).collect();
                format!("{} =", teile.join(" + "))
            };
            schritte.push(format!(
                "{summe} {} von {alle}, aufgerundet {}.",
                zahl(g.hoechstens),
                g.quote_hoechstens
            ));
        }
        schritte.push(self.angenaehert());
        if befunde.iter().any(|b| b.fehler > 0) {
            schritte.push(format!(
                "Garantierte Untergrenze, ebenso gerechnet: {} von {alle}, abgerundet {}.",
                zahl(g.mindestens),
                g.quote_mindestens
            ));
        }
        Ok(schritte)
    }

    fn gewichtet(&self) -> String {
        let alle = zahl(self.gesamt.grundgesamtheit);
        let formel = if self.zeilen.len() > HOECHSTENS_SUMMANDEN {
            "Summe über die Schichten aus N/Gesamtzahl · k/n".to_owned()
        } else {
            let teile: Vec<String> = self
                .zeilen
                .iter()
                .map(|z| {
                    let b = &z.befund;
                    format!("{}/{alle} · {}/{}", zahl(b.grundgesamtheit), zahl(b.fehler), zahl(b.n))
                })
                .collect();
            teile.join(" + ")
        };
        format!(
            "Fehlerquote, nach der Größe der Schichten gewichtet: {formel} = {} (kaufmännisch gerundet). Quelle: Cochran, Sampling Techniques (1977), § 5.10.",
            self.gesamt.quote
        )
    }

    fn angenaehert(&self) -> String {
        let Some(kg) = &self.naeherung else {
            return "Ein Näherungsintervall (Korn-Graubard) gibt es hier nicht: Es braucht gefundene Fehler, fehlerfreie Fälle und aus jeder Schicht mit Stichprobe mindestens zwei Fälle. Die garantierte Obergrenze gilt.".to_owned();
        };
        format!(
            "Näherungsweise: Korn-Graubard-Intervall (Survey Methodology 24, 1998, S. 193–201) mit der wirksamen Stichprobe {}: einseitig höchstens {}, zweiseitig {} bis {}. Die zugesagte Sicherheit ist damit nicht garantiert; das Urteil stützt sich nicht darauf.",
            format!("{:.1}", kg.n_eff).replace('.', ","),
            Zehntelprozent::aufgerundet_f64(kg.oben_einseitig, |_| false),
            Zehntelprozent::abgerundet_f64(kg.unten),
            Zehntelprozent::aufgerundet_f64(kg.oben, |_| false)
        )
    }
}
