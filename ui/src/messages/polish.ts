/** Everything that the window says, in Polish. */
import { formatsOf } from "./format";
import type { Language } from "./translated";

const { FORMATS, counter } = formatsOf("pl", {
  bytes: { one: "# bajt", few: "# bajty", many: "# bajtów" },
  quotes: ["„", "”"],
});

const COUNTED: Language["COUNTED"] = {
  lines: counter({ one: "# wiersz", few: "# wiersze", many: "# wierszy" }),
  paragraphs: counter({ one: "# akapit", few: "# akapity", many: "# akapitów" }),
  areaIgnored: counter({
    one: "Pominięto w # obrazie. „Cofnij” przywraca tekst.",
    few: "Pominięto w # obrazach. „Cofnij” przywraca tekst.",
    many: "Pominięto w # obrazach. „Cofnij” przywraca tekst.",
  }),
  ignoredAreas: counter({
    one: "# obszar jest pomijany w nowych obrazach tego samego rozmiaru.",
    few: "# obszary są pomijane w nowych obrazach tego samego rozmiaru.",
    many: "# obszarów jest pomijanych w nowych obrazach tego samego rozmiaru.",
  }),
  codes: counter({ one: "# kod", few: "# kody", many: "# kodów" }),
  pages: counter({ one: "# strona", few: "# strony", many: "# stron" }),
  pictures: counter({ one: "# obraz", few: "# obrazy", many: "# obrazów" }),
  picturesAdded: counter({
    one: "Dodano # obraz.",
    few: "Dodano # obrazy.",
    many: "Dodano # obrazów.",
  }),
  filesRefused: counter({
    one: "Nie udało się otworzyć # pliku.",
    few: "Nie udało się otworzyć # plików.",
    many: "Nie udało się otworzyć # plików.",
  }),
  filesSkipped: counter({
    one: "Pominięto # plik, który nie jest obrazem.",
    few: "Pominięto # pliki, które nie są obrazami.",
    many: "Pominięto # plików, które nie są obrazami.",
  }),
  textsSaved: counter({
    one: "Zapisano # tekst.",
    few: "Zapisano # teksty.",
    many: "Zapisano # tekstów.",
  }),
  picturesWithoutText: counter({
    one: "# obraz nie zawiera tekstu.",
    few: "# obrazy nie zawierają tekstu.",
    many: "# obrazów nie zawiera tekstu.",
  }),
  linesRead: counter({
    one: "Odczytano # wiersz.",
    few: "Odczytano # wiersze.",
    many: "Odczytano # wierszy.",
  }),
  picturesRead: counter({
    one: "Odczytano # obraz.",
    few: "Odczytano # obrazy.",
    many: "Odczytano # obrazów.",
  }),
  picturesFailed: counter({
    one: "Nie udało się odczytać # obrazu.",
    few: "Nie udało się odczytać # obrazów.",
    many: "Nie udało się odczytać # obrazów.",
  }),
  filesLocked: counter({
    one: "# plik wymaga hasła.",
    few: "# pliki wymagają hasła.",
    many: "# plików wymaga hasła.",
  }),
  picturesCancelled: counter({
    one: "Anulowano # obraz.",
    few: "Anulowano # obrazy.",
    many: "Anulowano # obrazów.",
  }),
  copyLines: counter({
    one: "Kopiuj # wiersz",
    few: "Kopiuj # wiersze",
    many: "Kopiuj # wierszy",
  }),
  linesSelected: counter({
    one: "# wiersz w tym obszarze.",
    few: "# wiersze w tym obszarze.",
    many: "# wierszy w tym obszarze.",
  }),
  linesCopied: counter({
    one: "Skopiowano # wiersz.",
    few: "Skopiowano # wiersze.",
    many: "Skopiowano # wierszy.",
  }),
  charactersCopied: counter({
    one: "Skopiowano # znak.",
    few: "Skopiowano # znaki.",
    many: "Skopiowano # znaków.",
  }),
  replacements: counter({
    one: "Zamieniono # wystąpienie.",
    few: "Zamieniono # wystąpienia.",
    many: "Zamieniono # wystąpień.",
  }),
  picturesChanged: counter({
    one: "Zmieniono # obraz.",
    few: "Zmieniono # obrazy.",
    many: "Zmieniono # obrazów.",
  }),
  words: counter({ one: "# słowo", few: "# słowa", many: "# słów" }),
  uncertainWords: counter({
    one: "Sprawdź # niepewne słowo",
    few: "Sprawdź # niepewne słowa",
    many: "Sprawdź # niepewnych słów",
  }),
  uncertain: counter({ one: "# niepewne", few: "# niepewne", many: "# niepewnych" }),
  clearRemoves: counter({
    one: "„Wyczyść” usuwa go.",
    few: "„Wyczyść” usuwa je.",
    many: "„Wyczyść” usuwa je.",
  }),
  picturesBeingRead: counter({
    one: "Trwa odczyt # obrazu.",
    few: "Trwa odczyt # obrazów.",
    many: "Trwa odczyt # obrazów.",
  }),
  picturesUnkept: counter({
    one: "Tekst # obrazu został zmieniony, ale nie zapisany ani skopiowany.",
    few: "Teksty # obrazów zostały zmienione, ale nie zapisane ani skopiowane.",
    many: "Teksty # obrazów zostały zmienione, ale nie zapisane ani skopiowane.",
  }),
};

export const POLISH: Language = {
  CAPTURE: {
    button: "Przechwyć",
    hint: "Przechwyć tekst z ekranu",
    cancelled: "Przechwytywanie zostało anulowane.",
    hotkeysFailed: (keys) =>
      `Te klawisze przechwytywania nie działają: ${keys}. Powód jest podany w ustawieniach.`,
    heading: "Przechwytywanie ekranu",
    target: "Po przechwyceniu ekranu",
    hotkey: "Klawisze przechwytywania",
    againHotkey: "Klawisze dla tego samego obszaru",
    keysHint: "Zaznacz pole i naciśnij nowe klawisze. Delete je usuwa.",
    noKeys: "Brak",
    tray: "Ikona w zasobniku systemowym",
    trayHint: "Przechwytuje tekst i otwiera okno z zasobnika.",
    noTray: "Ten pulpit nie pokazuje ikon w zasobniku.",
    startHidden: "Pozostaw w zasobniku",
    startHiddenHint:
      "Program uruchamia się bez okna, a po zamknięciu okna pozostaje w zasobniku. Otwarte obrazy są w pamięci do czasu wyczyszczenia lub zakończenia programu.",
    byDesktop:
      "Na tym pulpicie system pyta, co przechwycić, i zapisuje to w pliku. Program odczytuje plik i od razu go usuwa.",
    unsupported:
      "Przechwytywanie nie jest jeszcze dostępne w tym systemie. Zrób zrzut ekranu i wklej go przyciskiem „Wklej”.",
  },

  CAPTURE_TARGETS: {
    clipboard: "Kopiuj tekst",
    window: "Otwórz w oknie",
  },

  HOTKEY_PROBLEMS: {
    taken: "Inny program używa tych klawiszy. Wybierz inne.",
    duplicate: "Te klawisze ma już druga funkcja. Wybierz inne.",
    invalid:
      "Tych klawiszy potrzebują inne programy. Dodaj Super albo dwa z klawiszy Ctrl, Alt i Shift; przy klawiszu F wystarczy jeden z nich.",
    unsupported:
      "Ten pulpit nie pozwala programom ustawiać skrótów. W ustawieniach klawiatury pulpitu ustaw skrót, który uruchamia imagetotext-app --capture.",
  },

  CONSENT: {
    title: "Obrazy pozostają na tym komputerze",
    titleOutdated: "Zmieniła się polityka prywatności",
    lead: "ImageToText odczytuje tekst z obrazów wyłącznie na tym komputerze. Zanim cokolwiek odczyta, potrzebna jest zgoda.",
    leadOutdated:
      "Prosimy przeczytać, co się zmieniło. Do czasu ponownej zgody nic nie będzie odczytywane.",
    changed: "Co się zmieniło",
    full: "Polityka prywatności",
    fullVersion: (number, day) => `wersja ${number}, ${day}`,
    policy: "Znam treść polityki prywatności i zgadzam się z nią",
    adult: "Mam co najmniej 14 lat",
    agree: "Zgadzam się",
    decline: "Nie zgadzam się",
    declineHint: "W przypadku odmowy program zamknie się i niczego nie zapisze.",
  },

  FORMATS,
  COUNTED,

  READ_ERRORS: {
    empty: "Plik jest pusty. Wybierz inny plik.",
    notAPicture:
      "Ten plik nie jest obrazem. Wybierz plik PDF, PNG, JPEG, HEIC, WebP, BMP, GIF lub TIFF.",
    unsupported: (format) =>
      `Nie można odczytać plików ${format}. Najpierw zapisz plik jako PNG lub JPEG.`,
    unsupportedSvg: "Nie można odczytać plików SVG. Najpierw wyeksportuj plik jako PNG.",
    unsupportedKind: (format) =>
      `Nie można odczytać tego rodzaju pliku ${format}. Najpierw zapisz go jako PNG.`,
    damaged: (format) => `Ten obraz ${format} jest uszkodzony lub niekompletny. Użyj innej kopii.`,
    damagedPdf: "Ten plik PDF jest uszkodzony lub niekompletny. Użyj innej kopii.",
    tooManyPixels: (millions, side) =>
      `Obraz ma ponad ${millions} milionów pikseli albo ponad ${side} na jednym boku. Przytnij go, podziel lub zmniejsz.`,
    tooManyPages: "Odczytano tylko pierwsze 1000 stron. Podziel plik.",
    passwordNeeded: "Ten plik PDF jest chroniony hasłem. Wpisz je.",
    wrongPassword: "To hasło jest nieprawidłowe. Spróbuj ponownie.",
    tooLarge: (megabytes) =>
      `Plik jest większy niż ${megabytes} MB. Przytnij obraz lub zmniejsz go.`,
    changed: "Plik zmienił się od czasu odczytu. Otwórz go ponownie.",
    missing: "Nie znaleziono pliku. Sprawdź jego nazwę i lokalizację, a potem otwórz go ponownie.",
    directory: "To jest folder. Otwórz obrazy, które zawiera, lub upuść sam folder.",
    special: "To nie jest plik obrazu. Najpierw zapisz obraz jako plik.",
    denied: "Brak uprawnień do odczytu tego pliku. Zmień uprawnienia pliku lub otwórz jego kopię.",
    unreadable: "Nie udało się odczytać pliku. Użyj jego kopii.",
    tookTooLong: (seconds) =>
      `Odczyt trwał dłużej niż ${seconds} s i został przerwany. Przytnij obraz lub podziel go na części.`,
    outOfMemory: "Za mało pamięci dla tego obrazu. Przytnij go lub zmniejsz.",
    crashed: "Odczyt nieoczekiwanie się zakończył. Odczytaj obraz ponownie lub użyj innej kopii.",
    internal: "Błąd w tym programie przerwał odczyt. Prosimy go zgłosić, bez obrazu.",
  },

  NOTHING_ADDED: {
    clipboardEmpty: "Schowek jest pusty. Najpierw skopiuj obraz lub zrób zrzut ekranu.",
    clipboardText:
      "Schowek zawiera tekst, a nie obraz. Najpierw skopiuj obraz lub zrób zrzut ekranu.",
    clipboardUnavailable: "Schowek nie odpowiada. Skopiuj obraz ponownie lub otwórz go jako plik.",
    link: "To jest link, a ten program nigdy niczego nie pobiera. Najpierw zapisz obraz.",
    emptyFolder: "W tym folderze nie ma obrazów. Wybierz inny folder.",
  },

  COMMAND_ERRORS: {
    notConsented:
      "Nie ma jeszcze zgody na politykę prywatności. Najpierw przeczytaj ją i wyraź zgodę.",
    noSuchJob: "Ten obraz nie jest już otwarty. Otwórz go ponownie.",
    stalePolicy:
      "Zmieniła się polityka prywatności. Uruchom program ponownie, aby przeczytać nową wersję.",
    notAdult: "Aby kontynuować, potwierdź ukończenie 14 lat.",
    notRedactable:
      "Plik PDF pokazuje obraz, którego nie można zaczernić. Wyłącz „Zaczernij” lub wybierz inny typ.",
    saveOverPicture: (name) =>
      `${name} to plik otwartego obrazu, który zostałby zastąpiony. Wybierz inną nazwę.`,
    pictureFileGone: (name) =>
      `Do utworzenia pliku PDF potrzebny jest plik ${name}, którego już nie ma. Tekst nadal można zapisać w innych formatach.`,
    unknownFormat: (ending) =>
      `ImageToText nie zapisuje plików ${ending}. Wybierz inny typ, na przykład Tekst lub Markdown.`,
    internal: "W programie wystąpił błąd. Spróbuj ponownie, a jeśli się powtórzy, zgłoś go.",
  },

  CLIPBOARD_ERRORS: {
    empty: "Nie ma tekstu do skopiowania, więc schowek się nie zmienił. Wypróbuj inny obraz.",
    busy: "Inny program używa schowka. Spróbuj ponownie.",
    unavailable: "Schowek jest niedostępny. Zamiast tego zapisz tekst w pliku.",
    notKept: "Schowek nie zachował tekstu. Spróbuj ponownie lub zapisz tekst w pliku.",
  },

  CAPTURE_ERRORS: {
    unsupported:
      "Ten pulpit nie pozwala programowi przechwycić ekranu. Zrób zrzut ekranu i wklej go.",
    denied: "Pulpit nie zezwolił na przechwycenie. Zrób zrzut ekranu i wklej go.",
    notPermitted:
      "Zezwól programowi ImageToText na nagrywanie ekranu w Ustawieniach systemowych, w sekcji „Prywatność i ochrona”, i uruchom go ponownie.",
    busy: "Ekran jest zablokowany lub otwarte jest menu. Zamknij je i przechwyć ponownie.",
    noAnswer: "Nie udało się przechwycić ekranu. Spróbuj ponownie lub wklej zrzut ekranu.",
    emptyRegion: "Tego obszaru nie ma na żadnym ekranie. Zaznacz go ponownie.",
    noRegion: "Nie ma obszaru do ponownego przechwycenia. Najpierw przechwyć jakiś obszar.",
    unreadable: "Nie udało się odczytać przechwyconego obrazu. Spróbuj ponownie.",
  },

  STORAGE_ERRORS: {
    full: (path) =>
      `Nie udało się zapisać ${path}, ponieważ dysk jest pełny. Zwolnij miejsce i spróbuj ponownie.`,
    denied: (path) =>
      `Nie udało się zapisać ${path} z powodu braku uprawnień. Zmień uprawnienia i spróbuj ponownie.`,
    other: (path) => `Nie udało się zapisać ${path}. Sprawdź folder i spróbuj ponownie.`,
  },

  SAVE_ERRORS: {
    full: (name) =>
      `Nie udało się zapisać ${name}, ponieważ dysk jest pełny. Zwolnij miejsce lub zapisz gdzie indziej.`,
    denied: (name) =>
      `Nie udało się zapisać ${name} z powodu braku uprawnień w tym miejscu. Zapisz gdzie indziej.`,
    other: (name) => `Nie udało się zapisać ${name}. Zapisz gdzie indziej.`,
  },

  FIND: {
    bar: "Znajdź w tekście",
    query: "Znajdź",
    replacement: "Zamień na",
    previous: "Poprzednie wystąpienie",
    next: "Następne wystąpienie",
    matchCase: "Uwzględnij wielkość liter",
    everywhere: "We wszystkich obrazach",
    replaceOne: "Zamień",
    replaceAll: "Zamień wszystko",
    close: "Zamknij wyszukiwanie",
    none: "Nic nie znaleziono.",
    found: (all, isMore) => `Znaleziono: ${FORMATS.number(all)}${isMore ? "+" : ""}`,
    inAll: (here, all, isMore) =>
      `${here}, ${FORMATS.number(all)}${isMore ? "+" : ""} we wszystkich obrazach`,
    noneHere: "0 tutaj",
    count: (at, all, isMore) =>
      `${FORMATS.number(at)} z ${FORMATS.number(all)}${isMore ? "+" : ""}`,
  },

  UNSAVED: (name) => `Tekst obrazu ${name} został zmieniony, ale nie zapisany ani skopiowany.`,
  EDITS_COME_BACK:
    "Zmiany w tekście należą do obrazu w obecnym położeniu. Po obróceniu go z powrotem znów się pojawią.",
  PAGE_EDITS_COME_BACK: (page) =>
    `Zmiany w tekście strony ${page} należą do strony w obecnym położeniu. Po obróceniu jej z powrotem znów się pojawią.`,

  CONFIRM: {
    close: {
      title: "Zamknąć bez zapisywania?",
      yes: "Zamknij bez zapisywania",
      no: "Nie zamykaj",
    },
    clear: {
      title: "Wyczyścić wszystko?",
      yes: "Wyczyść wszystko",
      no: "Zachowaj",
    },
    remove: {
      title: "Usunąć ten obraz?",
      yes: "Usuń",
      no: "Zachowaj",
    },
    rotate: {
      title: "Odczytać obraz ponownie?",
      yes: "Odczytaj ponownie",
      no: "Anuluj",
    },
  },

  KEYS: {
    Ctrl: "Ctrl",
    Shift: "Shift",
    Alt: "Alt",
    Esc: "Esc",
    Delete: "Delete",
    Up: "↑",
    Down: "↓",
    PageUp: "Page Up",
    PageDown: "Page Down",
    Plus: "Plus",
    Super: "Super",
    PrintScreen: "Print Screen",
    Pause: "Pause",
    Space: "Spacja",
    Insert: "Insert",
    Home: "Home",
    End: "End",
    Left: "←",
    Right: "→",
  },

  PROGRAM: "ImageToText",

  LINE_MODES: {
    keep: "Wiersze",
    paragraphs: "Akapity",
    one: "Ciągiem",
  },

  COPY_FORMATS: {
    text: "Tekst",
    table: "Tabela do arkusza kalkulacyjnego",
    markdown: "Markdown",
    csv: "CSV",
    html: "Strona internetowa (HTML)",
    json: "JSON",
  },

  SAVE_FORMATS: {
    text: "Tekst",
    pdf: "PDF z obrazem i wyszukiwaniem tekstu",
    docx: "Dokument Word",
    odt: "Tekst OpenDocument",
    xlsx: "Skoroszyt Excel",
    csv: "Tabele jako CSV",
    markdown: "Markdown",
    html: "Strona internetowa",
    epub: "E-book (EPUB)",
    json: "JSON z pozycjami",
    hocr: "hOCR",
    alto: "ALTO",
    pageXml: "PAGE XML",
    tsv: "Tabela słów",
  },
  ENTITY_KINDS: { link: "Link", email: "E-mail", phone: "Telefon", iban: "IBAN", card: "Karta" },
  ENGINES: {
    builtin: "Standardowe",
    ocrs: "Alternatywne (wolniejsze)",
  },

  THEMES: {
    system: "Jak w systemie",
    light: "Jasny",
    dark: "Ciemny",
  },

  STORED_FILES: {
    consent: "Zgoda",
    settings: "Ustawienia",
    counters: "Liczniki",
    autostart: "Automatyczne uruchamianie",
  },

  JOB_STATES: {
    waiting: "Oczekuje",
    reading: "Odczytywanie…",
    readingPage: (page) => `Odczytywanie strony ${page}…`,
    noText: "Nie znaleziono tekstu",
    failed: "Nie udało się odczytać",
    locked: "Wymaga hasła",
    cancelled: "Anulowano",
  },

  NETWORK: {
    refused:
      "Zablokowane. Sprawdzono przed chwilą: system nie pozwala temu programowi łączyć się z internetem.",
    open: "Nieużywane. Program nie ma żadnej części, która mogłaby wysyłać dane, ale system nie zablokowałby połączenia.",
    unknown: "Nieużywane. Nie udało się sprawdzić, czy system zablokowałby połączenie.",
  },

  MENUS: {
    picture: "Obraz",
    text: "Tekst",
    entry: "Obraz na liście",
    selection: "Zaznaczenie",
    copySelection: "Kopiuj zaznaczenie",
    copyLine: "Kopiuj wiersz",
    copyAll: "Kopiuj wszystko",
    copyText: "Kopiuj tekst",
    rotateLeft: "Obróć w lewo",
    rotateRight: "Obróć w prawo",
    fit: "Dopasuj",
    remove: "Usuń",
    undo: "Cofnij",
    redo: "Ponów",
    cut: "Wytnij",
    copy: "Kopiuj",
    paste: "Wklej",
    selectAll: "Zaznacz wszystko",
  },

  OUTCOMES: {
    agreed: "Gotowe.",
    savedInFolder: (folder) => `Zapisano w folderze ${folder}.`,
    savedAs: (name, place) => `Zapisano jako ${name} w ${place}.`,
    exported: (name) => `Dane wyeksportowano do ${name}.`,
    nothingToSave: "Nie ma tekstu do zapisania. Wypróbuj inny obraz.",
    emptyArea: "W tym obszarze nie ma tekstu.",
    textSize: (percent) => `Rozmiar tekstu: ${percent}.`,
    withdrawn: "Zgoda została wycofana, a wszystkie dane usunięte.",
    noUncertainWords: "W tym tekście nie ma już niepewnych słów.",
    uncertainWord: (nth, all) => `Niepewne słowo ${nth} z ${all}. Porównaj je z obrazem.`,
    saving: "Zapisywanie…",
    reading: (done, all) => `Odczytane obrazy: ${done} z ${all}`,
    readingAgain: "Ponowne odczytywanie obrazu…",
    cleared: "Wszystko wyczyszczono.",
    erased: "Usunięto ustawienia i liczniki.",
    privateCopy: "Wklejanie działa jak zwykle, ale tekst nie trafia do historii schowka.",
  },

  LINE_MODE_CHANGED: {
    keep: "Wiersze jak na obrazie.",
    paragraphs: "Jeden wiersz na akapit; podzielone słowa połączone.",
    one: "Wszystko w jednym wierszu.",
  },

  PANELS: {
    data: "Zapisane dane",
    privacy: "Prywatność",
    settings: "Ustawienia",
    help: "Pomoc",
    shortcuts: "Skróty klawiaturowe",
    policy: "Polityka prywatności",
  },

  PANEL: { back: "Wstecz" },

  DATA: {
    loading: "Ładowanie…",
    lead: "To wszystko, co program zapisuje o użytkowniku, wyłącznie na tym komputerze. Obrazy i teksty nie są zapisywane, chyba że użytkownik sam je zapisze.",
    rights: "Co można zrobić",
    correct: "Zmień ustawienia",
    correctHint: "Otwiera „Ustawienia”. Liczniki można poprawić poniżej.",
    export: "Eksportuj",
    exportHint: "Zapisuje wszystko, co tu widać, w jednym wybranym pliku (JSON).",
    erase: "Usuń",
    eraseHint: "Usuwa ustawienia i liczniki. Zgoda pozostaje.",
    withdraw: "Wycofaj zgodę",
    withdrawHint: "Usuwa wszystko, zamyka wszystkie obrazy i wraca do pierwszego ekranu.",
    eraseTitle: "Usunąć ustawienia i liczniki?",
    eraseText:
      "Ustawienia wrócą do wartości domyślnych, a liczniki zostaną usunięte. Nie można tego cofnąć.",
    withdrawTitle: "Wycofać zgodę?",
    withdrawText:
      "Odczyt zostanie przerwany, otwarte obrazy i teksty zostaną zamknięte, a wszystkie pliki wymienione poniżej usunięte. Nie można tego cofnąć.",
    cancel: "Anuluj",
    eraseNow: "Usuń",
    withdrawNow: "Wycofaj i usuń",
    consent: "Zgoda",
    policy: "Polityka prywatności",
    version: (number) => `wersja ${number}`,
    agreed: "Data zgody",
    adult: "Co najmniej 14 lat",
    program: "Program",
    settings: "Ustawienia",
    window: "Rozmiar okna",
    windowSize: (width, height) => `${width} × ${height}`,
    noWindow: "jeszcze niezapisany",
    yes: "tak",
    no: "nie",
    counters: "Odczytane obrazy",
    nothingCounted: "Jeszcze niczego nie policzono.",
    notCounted: "Liczenie jest wyłączone. Można je włączyć w „Ustawieniach”.",
    files: "Gdzie to jest zapisane",
    noFile: "jeszcze nie istnieje",
    memoryFolder: "Silnik wyświetlania",
    inMemory: "w pamięci, usuwane przy zamknięciu",
  },

  PRIVACY: {
    lead: "Obrazy są odczytywane przez ten program na tym komputerze. Program niczego nie wysyła i nie zapisuje obrazu ani tekstu, chyba że użytkownik sam zapisze tekst. Poniżej widać, co program robi w tej chwili; dane są odświeżane co sekundę.",
    loading: "Sprawdzanie…",
    network: "Połączenia z internetem",
    pictures: "Obrazy w pamięci",
    noPictures: "Brak.",
    somePictures: (number, size) =>
      `${COUNTED.pictures(number)}, ${size}. ${COUNTED.clearRemoves(number)}`,
    workers: "Odczyt",
    readersNow: (busy, idle) => {
      const working = busy === 0 ? "Nic nie jest odczytywane." : COUNTED.picturesBeingRead(busy);
      const waiting = idle === 0 ? "" : " Następny odczyt może zacząć się od razu.";
      return `${working}${waiting} Każdy obraz odczytuje osobny proces, który kończy się razem z odczytem.`;
    },
    files: "Pliki, które program sam zapisuje",
    onlyFiles: "Tylko te poniżej. Nigdy nie zawierają obrazu ani jego tekstu.",
  },

  SETTINGS: {
    language: "Język",
    systemLanguage: "Jak w systemie",
    theme: "Motyw",
    lines: "Podziały wierszy",
    engine: "Rozpoznawanie tekstu",
    engineHint:
      "Wypróbuj alternatywne, gdy tekst jest źle odczytany. Inne obrazy odczytuje ono wolniej. Ustawienie dotyczy nowych obrazów; otwórz obraz ponownie, aby odczytać go jeszcze raz.",
    textSize: "Rozmiar tekstu",
    textSizeHint: "Także klawiszem Ctrl i kółkiem myszy nad tekstem.",
    percent: FORMATS.percent,
    smaller: "Mniejszy tekst",
    larger: "Większy tekst",
    usual: "Przywróć",
    keepOnTop: "Zawsze na wierzchu",
    keepOnTopHint: "Okno pozostaje nad innymi oknami, jeśli pulpit na to pozwala.",
    autostart: "Uruchamiaj po zalogowaniu",
    autostartHint: "Program uruchamia się po zalogowaniu; w zasobniku, jeśli tam pozostaje.",
    copyAtOnce: "Kopiuj automatycznie",
    copyAtOnceHint: "Kopiuje tekst do schowka zaraz po odczytaniu obrazu.",
    privateCopy: "Kopiowanie prywatne",
    privateCopyHint:
      "Prosi historię schowka w systemie (na przykład Win+V lub Klipper), aby nie zachowywała skopiowanego tu tekstu ani nie wysyłała go na inne urządzenia. Wklejanie działa jak zwykle.",
    markEntities: "Zaznaczaj linki i numery",
    markEntitiesHint:
      "Linki, adresy e-mail, numery telefonów, IBAN i kart są podkreślane i można je skopiować jednym kliknięciem. Żaden nie jest otwierany.",
    redact: "Zaczerniaj to, co kopiowane i zapisywane",
    redactHint:
      "Numery kart, IBAN i telefonów oraz adresy e-mail zmieniają się w ████. Nie są znajdowane nazwiska, adresy pocztowe, daty, inne numery ani numery źle odczytane, przechodzące do następnego wiersza lub skopiowane w części. Obraz się nie zmienia. Sprawdź tekst, zanim go przekażesz. W systemie Linux środkowy przycisk myszy wkleja zaznaczony tekst bez zaczernienia.",
    count: "Liczenie obrazów",
    countHint:
      "Liczy obrazy odczytane w każdym miesiącu, wyłącznie na tym komputerze. Liczby można zobaczyć, poprawić i usunąć w „Zapisanych danych”.",
  },

  HELP: {
    lead: "Odczytuje tekst z obrazów, wyłącznie na tym komputerze. Nic nie jest wysyłane.",
    howTo: "Jak to działa",
    add: "Dodawanie obrazu",
    addHow: "Otwórz obraz, upuść go na okno albo skopiuj i wklej go tutaj.",
    capture: "Przechwytywanie z ekranu",
    captureHow:
      "Naciśnij „Przechwyć” i przeciągnij po tekście. Tekst zostanie skopiowany albo otwarty w oknie, zależnie od ustawień.",
    captureAnywhere: "W każdym programie:",
    check: "Sprawdzanie tekstu",
    checkHow: "Słowa, które mogą być błędne, są oznaczone. Przechodź od jednego do następnego.",
    copy: "Kopiowanie tekstu",
    copyHow: "Całość albo to, co zaznaczono w tekście lub na obrazie.",
    menus: "Więcej",
    menusHow: "Kliknij prawym przyciskiem myszy obraz, tekst lub pozycję na liście.",
    licences: "Licencje",
    licenceText: [
      "ImageToText jest wolnym oprogramowaniem. Można go używać na licencji MIT lub na licencji Apache 2.0, do wyboru.",
      "Zawiera wolne oprogramowanie innych autorów na licencjach, które na to pozwalają. Okno rysuje silnik wyświetlania systemu, który ma własną licencję.",
    ],
  },

  POLICY: {
    translated: "Ten tekst jest tłumaczeniem. W razie różnic obowiązuje tekst angielski.",
    version: "Wersja",
    option: (number, day) => `${number} (${day})`,
    updated: (number, day) => `Wersja ${number}, ostatnia zmiana: ${day}`,
    heading: (number, day) => `Wersja ${number}, ${day}`,
    changes: "Co zmieniło się w tej wersji",
  },

  SHORTCUT_GROUPS: {
    pictures: "Obrazy",
    text: "Tekst",
    view: "Widok",
    program: "Program",
  },

  SHORTCUT_LABELS: {
    open: "Otwórz obrazy",
    paste: "Wklej obraz",
    capture: "Przechwyć tekst z ekranu",
    captureAgain: "Przechwyć ponownie ten sam obszar",
    rotateLeft: "Obróć w lewo i odczytaj ponownie",
    rotateRight: "Obróć w prawo i odczytaj ponownie",
    previousPicture: "Poprzedni obraz",
    nextPicture: "Następny obraz",
    remove: "Usuń obraz (na liście lub na obrazie)",
    clear: "Wyczyść wszystko",
    copy: "Kopiuj zaznaczenie lub cały tekst",
    copyLine: "Kopiuj bieżący wiersz",
    copyAll: "Kopiuj tekst wszystkich obrazów",
    save: "Zapisz tekst w pliku",
    saveAll: "Zapisz tekst wszystkich obrazów",
    linesKeep: "Zachowaj podziały wierszy",
    linesParagraphs: "Połącz wiersze w akapity",
    linesOne: "Jeden wiersz",
    nextLowConfidenceWord: "Następne niepewne słowo",
    previousLowConfidenceWord: "Poprzednie niepewne słowo",
    undo: "Cofnij ostatnią zmianę tekstu",
    redo: "Ponów ją",
    find: "Znajdź w tekście",
    replace: "Znajdź i zamień",
    findNext: "Następne wystąpienie",
    findPrevious: "Poprzednie wystąpienie",
    restore: "Cofnij wszystkie zmiany",
    zoomIn: "Powiększ; podczas edycji większy tekst",
    zoomOut: "Pomniejsz; mniejszy tekst",
    zoomFit: "Dopasuj; zwykły rozmiar tekstu",
    zoomActual: "Rozmiar rzeczywisty",
    previousPage: "Poprzednia strona",
    nextPage: "Następna strona",
    nextArea: "Następny obszar: lista, obraz, tekst",
    previousArea: "Poprzedni obszar",
    escape: "Anuluj odczyt, usuń zaznaczenie obszaru, zamknij panel",
    cancelAll: "Anuluj wszystko",
    privacy: "Prywatność",
    data: "Zapisane dane",
    settings: "Ustawienia",
    policy: "Polityka prywatności",
    help: "Pomoc",
    shortcuts: "Skróty klawiaturowe",
  },

  WORKSPACE: {
    toolbar: "Obrazy",
    open: "Otwórz",
    openPictures: "Otwórz obrazy",
    paste: "Wklej",
    cancelAll: "Anuluj wszystko",
    copyAll: "Kopiuj wszystko",
    saveAll: "Zapisz wszystko",
    saveAllAsPdf: "Zapisz wszystko w jednym PDF",
    clear: "Wyczyść",
    cancel: "Anuluj",
    remove: "Usuń",
    read: "Odczytaj ponownie",
    readAll: "Odczytaj wszystkie anulowane",
    cancelled: "Odczyt został anulowany.",
    password: "Hasło",
    unlock: "Odblokuj",
    reading: (name) => `Odczytywanie: ${name}`,
    cancelOne: (name) => `Anuluj: ${name}`,
    removeOne: (name) => `Usuń: ${name}`,
    dropToAdd: "Upuść, aby dodać",
    split: "Zmień rozmiar obrazu i tekstu",
    splitHint:
      "Przeciągnij lub użyj klawiszy strzałek, aby zmienić rozmiar. Dwukrotne kliknięcie go przywraca.",
  },

  EMPTY: {
    title: "Upuść obraz tutaj",
    titleDragging: "Upuść, aby odczytać",
    before: "albo wklej go klawiszami",
    after: " lub otwórz plik.",
    formats: "PDF, PNG, JPEG, HEIC, TIFF i wiele innych. Można dodać kilka plików lub cały folder.",
  },

  QUEUE: { list: "Lista obrazów" },

  PICTURE: {
    ignoreArea: "Pomiń",
    ignoreAreaHint: "Pomiń w tekście zawartość tego obszaru",
    ignoreHere: "W tym obrazie",
    ignoreEverywhere: "We wszystkich obrazach tego rozmiaru, także w nowych",
    pane: "Obraz",
    orText: "Obraz lub tekst",
    page: (name, page) => `Obraz ${name}, strona ${page}`,
    rotateLeft: "Obróć w lewo",
    rotateRight: "Obróć w prawo",
    previousPage: "Poprzednia strona",
    nextPage: "Następna strona",
    ofPages: (page, pages) => `${page} / ${pages}`,
    zoomOut: "Pomniejsz",
    zoomIn: "Powiększ",
    actual: "Rozmiar rzeczywisty",
    percent: (scale) => FORMATS.percent(scale * 100),
    fit: "Dopasuj",
    copyLine: "Kopiuj ten wiersz",
    selectArea: "Zaznacz obszar",
    selectAreaHint: "Zaznacz obszar (Ctrl i przeciąganie)",
    area: "Zaznaczony obszar",
    areaHint:
      "Klawisze strzałek przesuwają obszar, a z klawiszem Shift zmieniają jego rozmiar. Enter kopiuje jego tekst, Esc usuwa zaznaczenie.",
    copyArea: COUNTED.copyLines,
  },

  CODES: {
    list: "Kody QR i kreskowe",
    qr: "Kod QR",
    copy: (kind) => `Kopiuj: ${kind}`,
    alone: "Na tym obrazie nie ma tekstu, jest tylko treść jego kodów.",
  },

  TEXT: {
    redact: "Zaczernij",
    redactHint:
      "W kopiach i plikach zamiast numerów kart, numerów IBAN, adresów e-mail i numerów telefonów jest ████. Nazwiska i adresy pocztowe zostają.",
    entities: (number: string) => `Linki i numery (${number})`,
    copyEntity: "Kopiuj link lub numer",
    pane: "Tekst",
    of: (name) => `Tekst z ${name}`,
    modes: "Podziały wierszy",
    copy: "Kopiuj",
    copyLine: "Kopiuj wiersz",
    copyAs: "Kopiuj jako",
    page: (page) => `Strona ${page}`,
    save: "Zapisz jako",
    none: "Na tym obrazie nie znaleziono tekstu.",
    unread: {
      arabic: "To wygląda na pismo arabskie, które nie jest jeszcze odczytywane.",
      hebrew: "To wygląda na pismo hebrajskie, które nie jest jeszcze odczytywane.",
      devanagari: "To wygląda na dewanagari (hindi i inne), które nie jest jeszcze odczytywane.",
      thai: "To wygląda na pismo tajskie, które nie jest jeszcze odczytywane.",
      other: "To wygląda na pismo, które nie jest jeszcze odczytywane.",
    },
    noneHint:
      "Jeśli obraz leży na boku, obróć go. W przeciwnym razie użyj większej lub ostrzejszej kopii.",
    stopIgnoring: "Zakończ",
    attachments: (names) => `Nie odczytano załączników: ${names}.`,
    missingAfter: (page) => `Brakuje stron po stronie ${page}.`,
    lowConfidenceWords: (number, keys) => `${COUNTED.uncertainWords(number)} (${keys})`,
    nextLowConfidenceWord: "Przejdź do następnego niepewnego słowa",
    edited: "Edytowano",
    restore: "Cofnij wszystkie zmiany",
  },

  FOOTER: {
    menu: "Prywatność i ustawienia",
    privacy: "Nic nie opuściło tego komputera",
    privacyHint: "Prywatność: zobacz, co robi program",
  },

  NOTICE: {
    label: "Polityka prywatności",
    text: (number) => `Polityka prywatności nieznacznie się zmieniła (wersja ${number}).`,
    changes: "Zobacz, co się zmieniło",
    acknowledge: "OK",
  },

  REFUSED: {
    label: "Pliki, których nie udało się otworzyć",
    line: (name, message) => `${FORMATS.quoted(name)}: ${message}`,
    dismiss: "Ukryj",
  },

  BROKEN: { title: "Nie udało się uruchomić ImageToText" },
};
