//! The words of the dialogs, in the languages of the window.

use crate::contract::Language;
use crate::language;
use crate::saving::FORMATS;

/// Titles, and what people call the types of files.
#[derive(Debug)]
pub(super) struct Words {
    /// Title of the dialog that opens pictures.
    pub(super) open: &'static str,
    /// The type of files that it shows.
    pub(super) pictures: &'static str,
    /// The other one.
    pub(super) all_files: &'static str,
    /// Title of the dialog that saves a text.
    pub(super) save: &'static str,
    /// Title of the dialog that exports the personal data.
    pub(super) export: &'static str,
    /// Title of the dialog that chooses a folder for all texts.
    pub(super) directory: &'static str,
    /// What people call the formats, in the order of [`FORMATS`].
    pub(super) formats: [&'static str; FORMATS.len()],
}

/// The words in the language of the page.
pub(super) fn words() -> &'static Words {
    match language::current() {
        Language::English => &ENGLISH,
        Language::German => &GERMAN,
        Language::Spanish => &SPANISH,
        Language::French => &FRENCH,
        Language::Italian => &ITALIAN,
        Language::Dutch => &DUTCH,
        Language::Polish => &POLISH,
        Language::BrazilianPortuguese => &BRAZILIAN_PORTUGUESE,
    }
}

const ENGLISH: Words = Words {
    open: "Open pictures",
    pictures: "Pictures",
    all_files: "All files",
    save: "Save text",
    export: "Save your data",
    directory: "Save all texts in a folder",
    formats: [
        "Text",
        "Markdown",
        "Web page",
        "Tables for spreadsheets",
        "JSON with positions",
        "hOCR",
        "Word table",
    ],
};

const GERMAN: Words = Words {
    open: "Bilder öffnen",
    pictures: "Bilder",
    all_files: "Alle Dateien",
    save: "Text speichern",
    export: "Ihre Daten speichern",
    directory: "Alle Texte in einem Ordner speichern",
    formats: [
        "Text",
        "Markdown",
        "Webseite",
        "Tabellen für Tabellenkalkulationen",
        "JSON mit Positionen",
        "hOCR",
        "Tabelle der Wörter",
    ],
};

const SPANISH: Words = Words {
    open: "Abrir imágenes",
    pictures: "Imágenes",
    all_files: "Todos los archivos",
    save: "Guardar texto",
    export: "Guardar sus datos",
    directory: "Guardar todos los textos en una carpeta",
    formats: [
        "Texto",
        "Markdown",
        "Página web",
        "Tablas para hojas de cálculo",
        "JSON con posiciones",
        "hOCR",
        "Tabla de palabras",
    ],
};

const FRENCH: Words = Words {
    open: "Ouvrir des images",
    pictures: "Images",
    all_files: "Tous les fichiers",
    save: "Enregistrer le texte",
    export: "Enregistrer vos données",
    directory: "Enregistrer tous les textes dans un dossier",
    formats: [
        "Texte",
        "Markdown",
        "Page web",
        "Tableaux pour tableur",
        "JSON avec positions",
        "hOCR",
        "Tableau des mots",
    ],
};

const ITALIAN: Words = Words {
    open: "Apri immagini",
    pictures: "Immagini",
    all_files: "Tutti i file",
    save: "Salva testo",
    export: "Salva i tuoi dati",
    directory: "Salva tutti i testi in una cartella",
    formats: [
        "Testo",
        "Markdown",
        "Pagina web",
        "Tabelle per fogli di calcolo",
        "JSON con posizioni",
        "hOCR",
        "Tabella delle parole",
    ],
};

const DUTCH: Words = Words {
    open: "Afbeeldingen openen",
    pictures: "Afbeeldingen",
    all_files: "Alle bestanden",
    save: "Tekst opslaan",
    export: "Uw gegevens opslaan",
    directory: "Alle teksten in een map opslaan",
    formats: [
        "Tekst",
        "Markdown",
        "Webpagina",
        "Tabellen voor spreadsheets",
        "JSON met posities",
        "hOCR",
        "Tabel van woorden",
    ],
};

const POLISH: Words = Words {
    open: "Otwieranie obrazów",
    pictures: "Obrazy",
    all_files: "Wszystkie pliki",
    save: "Zapisywanie tekstu",
    export: "Zapisywanie danych",
    directory: "Zapisywanie wszystkich tekstów w folderze",
    formats: [
        "Tekst",
        "Markdown",
        "Strona internetowa",
        "Tabele do arkuszy kalkulacyjnych",
        "JSON z pozycjami",
        "hOCR",
        "Tabela słów",
    ],
};

const BRAZILIAN_PORTUGUESE: Words = Words {
    open: "Abrir imagens",
    pictures: "Imagens",
    all_files: "Todos os arquivos",
    save: "Salvar texto",
    export: "Salvar seus dados",
    directory: "Salvar todos os textos em uma pasta",
    formats: [
        "Texto",
        "Markdown",
        "Página da web",
        "Tabelas para planilhas",
        "JSON com posições",
        "hOCR",
        "Tabela de palavras",
    ],
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_dialog_has_a_title_of_its_own_and_no_type_is_named_twice() {
        for words in
            [&ENGLISH, &GERMAN, &SPANISH, &FRENCH, &ITALIAN, &DUTCH, &POLISH, &BRAZILIAN_PORTUGUESE]
        {
            let titles = [words.open, words.save, words.export, words.directory];
            for names in [&titles[..], &words.formats[..], &[words.pictures, words.all_files]] {
                let mut sorted = names.to_vec();
                sorted.sort_unstable();
                sorted.dedup();
                assert_eq!(sorted.len(), names.len(), "{names:?}");
                assert!(names.iter().all(|name| !name.trim().is_empty()), "{names:?}");
            }
        }
    }
}
