//! The words of what this program shows outside of its window, in the languages of the window: the
//! frozen screen, the tray, the notifications.

use crate::contract::Language;

/// The words in one language.
#[derive(Debug)]
pub(super) struct Words {
    /// What people can do on the frozen screen.
    pub(super) overlay_help: &'static str,
    /// Entry of the tray.
    pub(super) capture: &'static str,
    /// Entry of the tray.
    pub(super) again: &'static str,
    /// Entry of the tray.
    pub(super) open_program: &'static str,
    /// Entry of the tray.
    pub(super) quit: &'static str,
    /// Button of a notification.
    pub(super) open: &'static str,
    /// Name of a picture of the screen.
    pub(super) screen_capture: &'static str,
    /// Notifications from here on.
    pub(super) one_line: &'static str,
    /// `#` stands for the number; few lines in Polish.
    pub(super) lines: &'static str,
    /// The same for other numbers.
    pub(super) lines_many: &'static str,
    pub(super) no_text: &'static str,
    pub(super) clipboard: &'static str,
    pub(super) not_consented: &'static str,
    pub(super) unsupported: &'static str,
    pub(super) denied: &'static str,
    pub(super) busy: &'static str,
    pub(super) no_answer: &'static str,
    pub(super) empty_region: &'static str,
    pub(super) no_region: &'static str,
    pub(super) unreadable: &'static str,
    pub(super) failed: &'static str,
}

/// The words in this language.
pub(super) fn in_language(language: Language) -> &'static Words {
    match language {
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
    overlay_help: "Drag over the text, or click a window. Arrow keys and Enter work too. Esc cancels.",
    capture: "Capture text",
    again: "Capture the same region again",
    open_program: "Open ImageToText",
    quit: "Quit",
    open: "Open",
    screen_capture: "Screen capture",
    one_line: "1 line copied",
    lines: "# lines copied",
    lines_many: "# lines copied",
    no_text: "No text was found. The clipboard was not changed.",
    clipboard: "The clipboard did not take the text. Try again.",
    not_consented: "Agree to the privacy policy first. Nothing was captured.",
    unsupported: "This desktop does not let programs capture the screen.",
    denied: "The desktop did not allow the capture.",
    busy: "The screen is locked, or a menu is open. Close it and capture again.",
    no_answer: "The screen could not be captured. Try again.",
    empty_region: "This region is on no screen. Select it again.",
    no_region: "There is no region to capture again. Capture one first.",
    unreadable: "The text could not be read. Try again.",
    failed: "The capture failed. Try again.",
};

const GERMAN: Words = Words {
    overlay_help: "Ziehen Sie über den Text, oder klicken Sie auf ein Fenster. Pfeiltasten und Eingabe gehen auch. Esc bricht ab.",
    capture: "Text erfassen",
    again: "Denselben Bereich erneut erfassen",
    open_program: "ImageToText öffnen",
    quit: "Beenden",
    open: "Öffnen",
    screen_capture: "Bildschirmausschnitt",
    one_line: "1 Zeile kopiert",
    lines: "# Zeilen kopiert",
    lines_many: "# Zeilen kopiert",
    no_text: "Es wurde kein Text gefunden. Die Zwischenablage wurde nicht geändert.",
    clipboard: "Die Zwischenablage hat den Text nicht angenommen. Versuchen Sie es erneut.",
    not_consented: "Stimmen Sie zuerst der Datenschutzerklärung zu. Es wurde nichts erfasst.",
    unsupported: "Diese Arbeitsumgebung lässt Programme den Bildschirm nicht erfassen.",
    denied: "Die Arbeitsumgebung hat das Erfassen nicht erlaubt.",
    busy: "Der Bildschirm ist gesperrt, oder ein Menü ist geöffnet. Schließen Sie es, und erfassen Sie erneut.",
    no_answer: "Der Bildschirm konnte nicht erfasst werden. Versuchen Sie es erneut.",
    empty_region: "Dieser Bereich ist auf keinem Bildschirm. Wählen Sie ihn erneut aus.",
    no_region: "Es gibt keinen Bereich, der erneut erfasst werden kann. Erfassen Sie zuerst einen.",
    unreadable: "Der Text konnte nicht gelesen werden. Versuchen Sie es erneut.",
    failed: "Das Erfassen ist fehlgeschlagen. Versuchen Sie es erneut.",
};

const SPANISH: Words = Words {
    overlay_help: "Arrastre sobre el texto o haga clic en una ventana. También sirven las flechas e Intro. Esc cancela.",
    capture: "Capturar texto",
    again: "Capturar de nuevo la misma área",
    open_program: "Abrir ImageToText",
    quit: "Salir",
    open: "Abrir",
    screen_capture: "Captura de pantalla",
    one_line: "1 línea copiada",
    lines: "# líneas copiadas",
    lines_many: "# líneas copiadas",
    no_text: "No se encontró texto. El portapapeles no ha cambiado.",
    clipboard: "El portapapeles no aceptó el texto. Inténtelo de nuevo.",
    not_consented: "Acepte primero la política de privacidad. No se capturó nada.",
    unsupported: "Este escritorio no permite que los programas capturen la pantalla.",
    denied: "El escritorio no permitió la captura.",
    busy: "La pantalla está bloqueada o hay un menú abierto. Ciérrelo y capture de nuevo.",
    no_answer: "No se pudo capturar la pantalla. Inténtelo de nuevo.",
    empty_region: "Esta área no está en ninguna pantalla. Selecciónela de nuevo.",
    no_region: "No hay ningún área que capturar de nuevo. Capture una primero.",
    unreadable: "No se pudo leer el texto. Inténtelo de nuevo.",
    failed: "La captura falló. Inténtelo de nuevo.",
};

const FRENCH: Words = Words {
    overlay_help: "Faites glisser sur le texte ou cliquez sur une fenêtre. Les flèches et Entrée fonctionnent aussi. Échap annule.",
    capture: "Capturer du texte",
    again: "Capturer de nouveau la même zone",
    open_program: "Ouvrir ImageToText",
    quit: "Quitter",
    open: "Ouvrir",
    screen_capture: "Capture d’écran",
    one_line: "1 ligne copiée",
    lines: "# lignes copiées",
    lines_many: "# lignes copiées",
    no_text: "Aucun texte trouvé. Le presse-papiers n’a pas changé.",
    clipboard: "Le presse-papiers n’a pas accepté le texte. Réessayez.",
    not_consented: "Acceptez d’abord la politique de confidentialité. Rien n’a été capturé.",
    unsupported: "Ce bureau ne laisse pas les programmes capturer l’écran.",
    denied: "Le bureau n’a pas autorisé la capture.",
    busy: "L’écran est verrouillé ou un menu est ouvert. Fermez-le et capturez de nouveau.",
    no_answer: "L’écran n’a pas pu être capturé. Réessayez.",
    empty_region: "Cette zone n’est sur aucun écran. Sélectionnez-la de nouveau.",
    no_region: "Il n’y a aucune zone à capturer de nouveau. Capturez-en d’abord une.",
    unreadable: "Le texte n’a pas pu être lu. Réessayez.",
    failed: "La capture a échoué. Réessayez.",
};

const ITALIAN: Words = Words {
    overlay_help: "Trascina sul testo o fai clic su una finestra. Funzionano anche le frecce e Invio. Esc annulla.",
    capture: "Cattura testo",
    again: "Cattura di nuovo la stessa area",
    open_program: "Apri ImageToText",
    quit: "Esci",
    open: "Apri",
    screen_capture: "Cattura dello schermo",
    one_line: "1 riga copiata",
    lines: "# righe copiate",
    lines_many: "# righe copiate",
    no_text: "Nessun testo trovato. Gli Appunti non sono cambiati.",
    clipboard: "Gli Appunti non hanno accettato il testo. Riprova.",
    not_consented: "Accetta prima l’informativa sulla privacy. Non è stato catturato nulla.",
    unsupported: "Questo desktop non permette ai programmi di catturare lo schermo.",
    denied: "Il desktop non ha permesso la cattura.",
    busy: "Lo schermo è bloccato o un menu è aperto. Chiudilo e cattura di nuovo.",
    no_answer: "Impossibile catturare lo schermo. Riprova.",
    empty_region: "Quest’area non è su nessuno schermo. Selezionala di nuovo.",
    no_region: "Non c’è un’area da catturare di nuovo. Catturane prima una.",
    unreadable: "Impossibile leggere il testo. Riprova.",
    failed: "La cattura non è riuscita. Riprova.",
};

const DUTCH: Words = Words {
    overlay_help: "Sleep over de tekst of klik op een venster. Pijltoetsen en Enter werken ook. Esc annuleert.",
    capture: "Tekst vastleggen",
    again: "Hetzelfde gebied opnieuw vastleggen",
    open_program: "ImageToText openen",
    quit: "Afsluiten",
    open: "Openen",
    screen_capture: "Schermopname",
    one_line: "1 regel gekopieerd",
    lines: "# regels gekopieerd",
    lines_many: "# regels gekopieerd",
    no_text: "Er is geen tekst gevonden. Het klembord is niet gewijzigd.",
    clipboard: "Het klembord heeft de tekst niet aangenomen. Probeer het opnieuw.",
    not_consented: "Ga eerst akkoord met het privacybeleid. Er is niets vastgelegd.",
    unsupported: "Op dit bureaublad kunnen programma’s het scherm niet vastleggen.",
    denied: "Het bureaublad heeft het vastleggen niet toegestaan.",
    busy: "Het scherm is vergrendeld of er is een menu geopend. Sluit het en leg opnieuw vast.",
    no_answer: "Het scherm kon niet worden vastgelegd. Probeer het opnieuw.",
    empty_region: "Dit gebied staat op geen enkel scherm. Selecteer het opnieuw.",
    no_region: "Er is geen gebied om opnieuw vast te leggen. Leg er eerst een vast.",
    unreadable: "De tekst kon niet worden gelezen. Probeer het opnieuw.",
    failed: "Het vastleggen is mislukt. Probeer het opnieuw.",
};

const POLISH: Words = Words {
    overlay_help: "Przeciągnij po tekście lub kliknij okno. Działają też strzałki i Enter. Esc anuluje.",
    capture: "Przechwyć tekst",
    again: "Przechwyć ponownie ten sam obszar",
    open_program: "Otwórz ImageToText",
    quit: "Zakończ",
    open: "Otwórz",
    screen_capture: "Zrzut ekranu",
    one_line: "Skopiowano 1 wiersz",
    lines: "Skopiowano # wiersze",
    lines_many: "Skopiowano # wierszy",
    no_text: "Nie znaleziono tekstu. Schowek się nie zmienił.",
    clipboard: "Schowek nie przyjął tekstu. Spróbuj ponownie.",
    not_consented: "Najpierw wyraź zgodę na politykę prywatności. Niczego nie przechwycono.",
    unsupported: "Ten pulpit nie pozwala programom przechwytywać ekranu.",
    denied: "Pulpit nie zezwolił na przechwycenie.",
    busy: "Ekran jest zablokowany lub otwarte jest menu. Zamknij je i przechwyć ponownie.",
    no_answer: "Nie udało się przechwycić ekranu. Spróbuj ponownie.",
    empty_region: "Tego obszaru nie ma na żadnym ekranie. Zaznacz go ponownie.",
    no_region: "Nie ma obszaru do ponownego przechwycenia. Najpierw przechwyć jakiś obszar.",
    unreadable: "Nie udało się odczytać tekstu. Spróbuj ponownie.",
    failed: "Przechwytywanie nie powiodło się. Spróbuj ponownie.",
};

const BRAZILIAN_PORTUGUESE: Words = Words {
    overlay_help: "Arraste sobre o texto ou clique em uma janela. As setas e Enter também funcionam. Esc cancela.",
    capture: "Capturar texto",
    again: "Capturar a mesma área novamente",
    open_program: "Abrir o ImageToText",
    quit: "Sair",
    open: "Abrir",
    screen_capture: "Captura de tela",
    one_line: "1 linha copiada",
    lines: "# linhas copiadas",
    lines_many: "# linhas copiadas",
    no_text: "Nenhum texto foi encontrado. A área de transferência não mudou.",
    clipboard: "A área de transferência não aceitou o texto. Tente novamente.",
    not_consented: "Concorde primeiro com a política de privacidade. Nada foi capturado.",
    unsupported: "Esta área de trabalho não permite que programas capturem a tela.",
    denied: "A área de trabalho não permitiu a captura.",
    busy: "A tela está bloqueada ou há um menu aberto. Feche-o e capture novamente.",
    no_answer: "Não foi possível capturar a tela. Tente novamente.",
    empty_region: "Esta área não está em nenhuma tela. Selecione-a novamente.",
    no_region: "Não há área para capturar novamente. Capture uma primeiro.",
    unreadable: "Não foi possível ler o texto. Tente novamente.",
    failed: "A captura falhou. Tente novamente.",
};
