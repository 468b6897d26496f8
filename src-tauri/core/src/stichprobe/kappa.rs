//! Agreement of two persons who judged the same cases without knowing of each other.

use num_bigint::{BigInt, BigUint};
use num_traits::{Signed, Zero};

use super::dezimal::Dezimal;

/// Cohen's kappa (Cohen 1960, Educational and Psychological Measurement 20, 37-46): the share of agreement beyond what
/// two independent judges with the same habits would reach by chance, (p₀ - pₑ) / (1 - pₑ), unweighted.
///
/// `tafel[i][j]` counts the cases that the first person put into category i and the second into j; it is square.
/// 1 is full agreement, 0 is chance, below 0 is less than chance. Rounded to hundredths, halves away from 0; the sum is
/// exact until then.
///
/// `None` without cases, and where both persons only ever gave the same single answer: chance alone explains that, so
/// nothing can be said.
#[must_use]
pub fn cohens_kappa(tafel: &[Vec<u64>]) -> Option<Dezimal> {
    let summe = |werte: &mut dyn Iterator<Item = u64>| werte.map(BigUint::from).sum::<BigUint>();
    let zeilen: Vec<BigUint> = tafel.iter().map(|z| summe(&mut z.iter().copied())).collect();
    let spalten: Vec<BigUint> =
        (0..tafel.len()).map(|j| summe(&mut tafel.iter().map(|z| z.get(j).copied().unwrap_or(0)))).collect();
    let alle: BigUint = zeilen.iter().sum();
    let gleich = summe(&mut tafel.iter().enumerate().map(|(i, z)| z.get(i).copied().unwrap_or(0)));
    let erwartet = BigInt::from(zeilen.iter().zip(&spalten).map(|(r, c)| r * c).sum::<BigUint>());
    let nenner = BigInt::from(&alle * &alle) - &erwartet;
    if nenner.is_zero() {
        return None;
    }
    let zaehler = BigInt::from(gleich * alle) - erwartet;
    // |z|·100/n, half up, with the sign put back.
    let betrag: BigInt = (zaehler.abs() * 200 + &nenner) / (nenner * 2);
    Some(Dezimal::neu(if zaehler.is_negative() { -betrag } else { betrag }, 2))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn kappa(tafel: &[&[u64]]) -> Option<String> {
        let tafel: Vec<Vec<u64>> = tafel.iter().map(|z| z.to_vec()).collect();
        cohens_kappa(&tafel).map(|k| k.to_string())
    }

    #[test]
    fn veroeffentlichte_tafeln() {
        // Cohen 1960, table 1: 200 patients, personality disorder, neurosis, psychosis; κ = .492.
        assert_eq!(kappa(&[&[88, 14, 18], &[10, 40, 10], &[2, 6, 12]]).as_deref(), Some("0.49"));
        // Fleiss, Levin and Paik 2003, table 18.1: κ = .68.
        assert_eq!(kappa(&[&[75, 1, 4], &[5, 4, 1], &[0, 0, 10]]).as_deref(), Some("0.68"));
        // Wikipedia, "Cohen's kappa": grant proposals, and two tables with the same agreement.
        assert_eq!(kappa(&[&[20, 5], &[10, 15]]).as_deref(), Some("0.4"));
        assert_eq!(kappa(&[&[45, 15], &[25, 15]]).as_deref(), Some("0.13"));
        assert_eq!(kappa(&[&[25, 35], &[5, 35]]).as_deref(), Some("0.26"));
    }

    #[test]
    fn grenzfaelle() {
        assert_eq!(kappa(&[]), None);
        assert_eq!(kappa(&[&[0, 0], &[0, 0]]), None);
        assert_eq!(kappa(&[&[12, 0], &[0, 0]]), None, "only ever one answer");
        assert_eq!(kappa(&[&[7, 0], &[0, 3]]).as_deref(), Some("1"));
        assert_eq!(kappa(&[&[0, 5], &[5, 0]]).as_deref(), Some("-1"));
        // High agreement, and yet none on what is an error: the paradox of rare answers.
        assert_eq!(kappa(&[&[28, 1], &[1, 0]]).as_deref(), Some("-0.03"));
    }

    proptest! {
        #[test]
        fn zwischen_minus_eins_und_eins_und_vertauschbar(t in prop::collection::vec(prop::collection::vec(0u64..40, 4), 4)) {
            let k = cohens_kappa(&t);
            let gespiegelt: Vec<Vec<u64>> = (0..4).map(|j| t.iter().map(|z| z[j]).collect()).collect();
            prop_assert_eq!(&k, &cohens_kappa(&gespiegelt));
            if let Some(k) = k {
                prop_assert!((-1.0..=1.0).contains(&k.als_f64()));
                let gleich: u64 = (0..4).map(|i| t[i][i]).sum();
                let alle: u64 = t.iter().flatten().sum();
                if gleich == alle {
                    prop_assert_eq!(k, Dezimal::from(1));
                }
            }
        }
    }
}
