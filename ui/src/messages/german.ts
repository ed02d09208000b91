/** Everything that the window says, in German. */
import { formatsOf } from "./format";
import type { Language } from "./translated";

const { FORMATS, counter } = formatsOf("de", {
  bytes: { one: "# Byte", other: "# Byte" },
  quotes: ["„", "“"],
});

const COUNTED: Language["COUNTED"] = {
  lines: counter({ one: "# Zeile", other: "# Zeilen" }),
  paragraphs: counter({ one: "# Absatz", other: "# Absätze" }),
  areaIgnored: counter({
    one: "In # Bild weggelassen. „Rückgängig“ bringt den Text zurück.",
    other: "In # Bildern weggelassen. „Rückgängig“ bringt den Text zurück.",
  }),
  ignoredAreas: counter({
    one: "# Bereich wird in neuen Bildern gleicher Größe weggelassen.",
    other: "# Bereiche werden in neuen Bildern gleicher Größe weggelassen.",
  }),
  codes: counter({ one: "# Code", other: "# Codes" }),
  pages: counter({ one: "# Seite", other: "# Seiten" }),
  pictures: counter({ one: "# Bild", other: "# Bilder" }),
  picturesAdded: counter({ one: "# Bild hinzugefügt.", other: "# Bilder hinzugefügt." }),
  filesRefused: counter({
    one: "# Datei konnte nicht geöffnet werden.",
    other: "# Dateien konnten nicht geöffnet werden.",
  }),
  filesSkipped: counter({
    one: "# Datei, die kein Bild ist, wurde übersprungen.",
    other: "# Dateien, die keine Bilder sind, wurden übersprungen.",
  }),
  textsSaved: counter({ one: "# Text gespeichert.", other: "# Texte gespeichert." }),
  picturesWithoutText: counter({
    one: "# Bild enthält keinen Text.",
    other: "# Bilder enthalten keinen Text.",
  }),
  linesRead: counter({ one: "# Zeile gelesen.", other: "# Zeilen gelesen." }),
  picturesRead: counter({ one: "# Bild gelesen.", other: "# Bilder gelesen." }),
  picturesFailed: counter({
    one: "# Bild konnte nicht gelesen werden.",
    other: "# Bilder konnten nicht gelesen werden.",
  }),
  filesLocked: counter({
    one: "# Datei braucht ein Passwort.",
    other: "# Dateien brauchen ein Passwort.",
  }),
  picturesCancelled: counter({
    one: "# Bild wurde abgebrochen.",
    other: "# Bilder wurden abgebrochen.",
  }),
  copyLines: counter({ one: "# Zeile kopieren", other: "# Zeilen kopieren" }),
  linesSelected: counter({
    one: "# Zeile in diesem Bereich.",
    other: "# Zeilen in diesem Bereich.",
  }),
  linesCopied: counter({ one: "# Zeile kopiert.", other: "# Zeilen kopiert." }),
  charactersCopied: counter({ one: "# Zeichen kopiert.", other: "# Zeichen kopiert." }),
  replacements: counter({ one: "# Stelle ersetzt.", other: "# Stellen ersetzt." }),
  picturesChanged: counter({ one: "# Bild wurde geändert.", other: "# Bilder wurden geändert." }),
  words: counter({ one: "# Wort", other: "# Wörter" }),
  uncertainWords: counter({
    one: "# unsicheres Wort prüfen",
    other: "# unsichere Wörter prüfen",
  }),
  uncertain: counter({ one: "# unsicher", other: "# unsicher" }),
  clearRemoves: counter({
    one: "„Leeren“ entfernt es.",
    other: "„Leeren“ entfernt sie.",
  }),
  picturesBeingRead: counter({
    one: "# Bild wird gerade gelesen.",
    other: "# Bilder werden gerade gelesen.",
  }),
  picturesUnkept: counter({
    one: "Sie haben den Text von # Bild geändert und weder gespeichert noch kopiert.",
    other: "Sie haben die Texte von # Bildern geändert und weder gespeichert noch kopiert.",
  }),
};

export const GERMAN: Language = {
  CAPTURE: {
    button: "Erfassen",
    hint: "Text vom Bildschirm erfassen",
    cancelled: "Das Erfassen wurde abgebrochen.",
    hotkeysFailed: (keys) =>
      `Diese Tasten zum Erfassen funktionieren nicht: ${keys}. Den Grund nennen die Einstellungen.`,
    heading: "Bildschirm erfassen",
    target: "Nach dem Erfassen",
    hotkey: "Tasten zum Erfassen",
    againHotkey: "Tasten für denselben Bereich",
    keysHint: "Wählen Sie das Feld aus, und drücken Sie die neuen Tasten. Entf entfernt sie.",
    noKeys: "Keine",
    tray: "Symbol im Infobereich",
    trayHint: "Erfasst und öffnet das Fenster vom Infobereich aus.",
    noTray: "Diese Arbeitsumgebung zeigt keine Symbole im Infobereich.",
    startHidden: "Im Infobereich bleiben",
    startHiddenHint:
      "Startet ohne Fenster, und nach dem Schließen des Fensters bleibt das Programm im Infobereich. Geöffnete Bilder bleiben im Arbeitsspeicher, bis Sie sie leeren oder das Programm beenden.",
    byDesktop:
      "In dieser Arbeitsumgebung fragt das System, was erfasst werden soll, und speichert es in einer Datei. Das Programm liest die Datei und löscht sie sofort.",
    unsupported:
      "Auf diesem System ist das Erfassen noch nicht verfügbar. Machen Sie ein Bildschirmfoto, und fügen Sie es mit „Einfügen“ ein.",
  },

  CAPTURE_TARGETS: {
    clipboard: "Text kopieren",
    window: "Im Fenster öffnen",
  },

  HOTKEY_PROBLEMS: {
    taken: "Ein anderes Programm verwendet diese Tasten. Wählen Sie andere.",
    duplicate: "Die andere Funktion hat schon diese Tasten. Wählen Sie andere.",
    invalid:
      "Andere Programme brauchen diese Tasten. Nehmen Sie Super dazu oder zwei von Strg, Alt und Umschalt; bei F-Tasten genügt eine davon.",
    unsupported:
      "In dieser Arbeitsumgebung können Programme keine Tasten festlegen. Legen Sie in den Tastatureinstellungen eine Kombination fest, die imagetotext-app --capture ausführt.",
  },

  CONSENT: {
    title: "Ihre Bilder bleiben auf diesem Computer",
    titleOutdated: "Die Datenschutzerklärung hat sich geändert",
    lead: "ImageToText liest den Text in Ihren Bildern, und zwar nur auf diesem Computer. Bevor es etwas liest, braucht es Ihre Einwilligung.",
    leadOutdated:
      "Bitte lesen Sie, was sich geändert hat. Erst wenn Sie erneut zustimmen, wird wieder gelesen.",
    changed: "Was sich geändert hat",
    full: "Datenschutzerklärung",
    fullVersion: (number, day) => `Version ${number}, ${day}`,
    policy: "Ich habe die Datenschutzerklärung gelesen und stimme ihr zu",
    adult: "Ich bin mindestens 14 Jahre alt",
    agree: "Zustimmen",
    decline: "Ablehnen",
    declineHint: "Wenn Sie ablehnen, schließt sich das Programm und speichert nichts.",
  },

  FORMATS,
  COUNTED,

  READ_ERRORS: {
    empty: "Die Datei ist leer. Wählen Sie eine andere Datei.",
    notAPicture:
      "Diese Datei ist kein Bild. Wählen Sie eine Datei im Format PDF, PNG, JPEG, HEIC, WebP, BMP, GIF oder TIFF.",
    unsupported: (format) =>
      `${format}-Dateien können nicht gelesen werden. Speichern Sie die Datei zuerst als PNG oder JPEG.`,
    unsupportedSvg:
      "SVG-Dateien können nicht gelesen werden. Exportieren Sie die Datei zuerst als PNG.",
    unsupportedKind: (format) =>
      `Diese Art von ${format}-Dateien kann nicht gelesen werden. Speichern Sie die Datei zuerst als PNG.`,
    damaged: (format) =>
      `Dieses ${format}-Bild ist beschädigt oder unvollständig. Besorgen Sie sich eine andere Kopie.`,
    damagedPdf:
      "Dieses PDF ist beschädigt oder unvollständig. Besorgen Sie sich eine andere Kopie.",
    tooManyPixels: (millions, side) =>
      `Das Bild hat mehr als ${millions} Millionen Pixel oder mehr als ${side} an einer Seite. Schneiden Sie es zu, teilen Sie es oder verkleinern Sie es.`,
    tooManyPages: "Nur die ersten 1000 Seiten wurden gelesen. Teilen Sie die Datei.",
    passwordNeeded: "Dieses PDF ist mit einem Passwort geschützt. Geben Sie es ein.",
    wrongPassword: "Dieses Passwort ist nicht richtig. Versuchen Sie es noch einmal.",
    tooLarge: (megabytes) =>
      `Die Datei ist größer als ${megabytes} MB. Schneiden Sie das Bild zu oder verkleinern Sie es.`,
    changed: "Die Datei hat sich geändert, seit sie gelesen wurde. Öffnen Sie sie erneut.",
    missing: "Datei nicht gefunden. Prüfen Sie Name und Ort, und öffnen Sie sie erneut.",
    directory:
      "Das ist ein Ordner. Öffnen Sie die Bilder darin, oder ziehen Sie den Ordner allein hierher.",
    special: "Das ist keine Bilddatei. Speichern Sie das Bild zuerst als Datei.",
    denied:
      "Sie dürfen diese Datei nicht lesen. Ändern Sie ihre Zugriffsrechte oder öffnen Sie eine Kopie.",
    unreadable: "Die Datei konnte nicht gelesen werden. Versuchen Sie es mit einer Kopie.",
    tookTooLong: (seconds) =>
      `Das Lesen dauerte länger als ${seconds} Sekunden und wurde beendet. Schneiden Sie das Bild zu oder teilen Sie es.`,
    outOfMemory:
      "Der Arbeitsspeicher reicht für dieses Bild nicht aus. Schneiden Sie es zu oder verkleinern Sie es.",
    crashed:
      "Das Lesen brach unerwartet ab. Lesen Sie das Bild erneut, oder versuchen Sie es mit einer anderen Kopie.",
    internal:
      "Ein Fehler in diesem Programm hat das Lesen beendet. Bitte melden Sie ihn, ohne das Bild.",
  },

  NOTHING_ADDED: {
    clipboardEmpty:
      "Die Zwischenablage ist leer. Kopieren Sie zuerst ein Bild oder machen Sie ein Bildschirmfoto.",
    clipboardText:
      "Die Zwischenablage enthält Text und kein Bild. Kopieren Sie zuerst ein Bild oder machen Sie ein Bildschirmfoto.",
    clipboardUnavailable:
      "Die Zwischenablage antwortet nicht. Kopieren Sie das Bild erneut, oder öffnen Sie es als Datei.",
    link: "Das ist ein Link, und dieses Programm lädt nie etwas herunter. Speichern Sie das Bild zuerst.",
    emptyFolder: "In diesem Ordner sind keine Bilder. Wählen Sie einen anderen Ordner.",
  },

  COMMAND_ERRORS: {
    notConsented:
      "Sie haben der Datenschutzerklärung noch nicht zugestimmt. Lesen Sie sie und stimmen Sie zuerst zu.",
    noSuchJob: "Dieses Bild ist nicht mehr geöffnet. Öffnen Sie es erneut.",
    stalePolicy:
      "Die Datenschutzerklärung hat sich geändert. Starten Sie das Programm neu, um die neue Version zu lesen.",
    notAdult: "Bestätigen Sie, dass Sie mindestens 14 Jahre alt sind, um fortzufahren.",
    notRedactable:
      "Eine PDF zeigt das Bild, das nicht geschwärzt werden kann. Schalten Sie „Schwärzen“ aus, oder wählen Sie einen anderen Typ.",
    saveOverPicture: (name) =>
      `${name} ist das geöffnete Bild selbst und würde ersetzt. Wählen Sie einen anderen Namen.`,
    pictureFileGone: (name) =>
      `Für eine PDF wird die Datei ${name} gebraucht, die nicht mehr da ist. Den Text können Sie weiterhin in anderen Formaten speichern.`,
    unknownFormat: (ending) =>
      `${ending}-Dateien kann ImageToText nicht speichern. Wählen Sie einen anderen Typ, zum Beispiel Text oder Markdown.`,
    internal:
      "In diesem Programm ist ein Fehler aufgetreten. Versuchen Sie es erneut, und melden Sie ihn, wenn er wieder auftritt.",
  },

  CLIPBOARD_ERRORS: {
    empty:
      "Es gibt keinen Text zum Kopieren, die Zwischenablage wurde nicht geändert. Versuchen Sie es mit einem anderen Bild.",
    busy: "Ein anderes Programm verwendet gerade die Zwischenablage. Versuchen Sie es erneut.",
    unavailable:
      "Die Zwischenablage ist nicht verfügbar. Speichern Sie den Text stattdessen in einer Datei.",
    notKept:
      "Die Zwischenablage hat den Text nicht behalten. Versuchen Sie es erneut, oder speichern Sie ihn in einer Datei.",
  },

  CAPTURE_ERRORS: {
    unsupported:
      "Diese Arbeitsumgebung lässt dieses Programm den Bildschirm nicht erfassen. Machen Sie ein Bildschirmfoto, und fügen Sie es ein.",
    denied:
      "Die Arbeitsumgebung hat das Erfassen nicht erlaubt. Machen Sie ein Bildschirmfoto, und fügen Sie es ein.",
    notPermitted:
      "Erlauben Sie ImageToText in den Systemeinstellungen unter „Datenschutz & Sicherheit“ die Bildschirmaufnahme, und starten Sie es neu.",
    busy: "Der Bildschirm ist gesperrt, oder ein Menü ist geöffnet. Schließen Sie es, und erfassen Sie erneut.",
    noAnswer:
      "Der Bildschirm konnte nicht erfasst werden. Versuchen Sie es erneut, oder fügen Sie ein Bildschirmfoto ein.",
    emptyRegion: "Dieser Bereich ist auf keinem Bildschirm. Wählen Sie ihn erneut aus.",
    noRegion: "Es gibt keinen Bereich, der erneut erfasst werden kann. Erfassen Sie zuerst einen.",
    unreadable: "Das erfasste Bild konnte nicht gelesen werden. Versuchen Sie es erneut.",
  },

  STORAGE_ERRORS: {
    full: (path) =>
      `${path} konnte nicht geschrieben werden, weil der Datenträger voll ist. Geben Sie Platz frei, und versuchen Sie es erneut.`,
    denied: (path) =>
      `${path} konnte nicht geschrieben werden, weil die Berechtigung fehlt. Ändern Sie die Zugriffsrechte, und versuchen Sie es erneut.`,
    other: (path) =>
      `${path} konnte nicht geschrieben werden. Prüfen Sie den Ordner, und versuchen Sie es erneut.`,
  },

  SAVE_ERRORS: {
    full: (name) =>
      `${name} konnte nicht gespeichert werden, weil der Datenträger voll ist. Geben Sie Platz frei, oder speichern Sie an einem anderen Ort.`,
    denied: (name) =>
      `${name} konnte nicht gespeichert werden, weil Sie dort nicht schreiben dürfen. Speichern Sie an einem anderen Ort.`,
    other: (name) => `${name} konnte nicht gespeichert werden. Speichern Sie an einem anderen Ort.`,
  },

  FIND: {
    bar: "Im Text suchen",
    query: "Suchen",
    replacement: "Ersetzen durch",
    previous: "Vorheriger Treffer",
    next: "Nächster Treffer",
    matchCase: "Groß-/Kleinschreibung",
    everywhere: "In allen Bildern",
    replaceOne: "Ersetzen",
    replaceAll: "Alle ersetzen",
    close: "Suche schließen",
    none: "Nichts gefunden.",
    found: (all, isMore) => `${FORMATS.number(all)}${isMore ? "+" : ""} Treffer`,
    inAll: (here, all, isMore) =>
      `${here}, ${FORMATS.number(all)}${isMore ? "+" : ""} in allen Bildern`,
    noneHere: "0 hier",
    count: (at, all, isMore) =>
      `${FORMATS.number(at)} von ${FORMATS.number(all)}${isMore ? "+" : ""}`,
  },

  UNSAVED: (name) => `Sie haben den Text von ${name} geändert und weder gespeichert noch kopiert.`,
  EDITS_COME_BACK:
    "Ihre Änderungen am Text gehören zu dem Bild, wie es jetzt ist. Wenn Sie es zurückdrehen, sind sie wieder da.",
  PAGE_EDITS_COME_BACK: (page) =>
    `Ihre Änderungen am Text von Seite ${page} gehören zu der Seite, wie sie jetzt ist. Wenn Sie sie zurückdrehen, sind sie wieder da.`,

  CONFIRM: {
    close: {
      title: "Schließen, ohne zu speichern?",
      yes: "Ohne Speichern schließen",
      no: "Geöffnet lassen",
    },
    clear: {
      title: "Alles leeren?",
      yes: "Alles leeren",
      no: "Behalten",
    },
    remove: {
      title: "Dieses Bild entfernen?",
      yes: "Entfernen",
      no: "Behalten",
    },
    rotate: {
      title: "Das Bild neu lesen?",
      yes: "Neu lesen",
      no: "Abbrechen",
    },
  },

  KEYS: {
    Ctrl: "Strg",
    Shift: "Umschalt",
    Alt: "Alt",
    Esc: "Esc",
    Delete: "Entf",
    Up: "Pfeil auf",
    Down: "Pfeil ab",
    PageUp: "Bild auf",
    PageDown: "Bild ab",
    Plus: "Plus",
    Super: "Super",
    PrintScreen: "Druck",
    Pause: "Pause",
    Space: "Leertaste",
    Insert: "Einfg",
    Home: "Pos1",
    End: "Ende",
    Left: "Pfeil links",
    Right: "Pfeil rechts",
  },

  PROGRAM: "ImageToText",

  LINE_MODES: {
    keep: "Zeilen",
    paragraphs: "Absätze",
    one: "Eine Zeile",
  },

  COPY_FORMATS: {
    text: "Text",
    table: "Tabelle für eine Tabellenkalkulation",
    markdown: "Markdown",
    csv: "CSV",
    html: "Webseite (HTML)",
    json: "JSON",
  },

  SAVE_FORMATS: {
    text: "Text",
    pdf: "PDF mit Bild, durchsuchbar",
    docx: "Word-Dokument",
    odt: "OpenDocument-Text",
    xlsx: "Excel-Arbeitsmappe",
    csv: "Tabellen als CSV",
    markdown: "Markdown",
    html: "Webseite",
    epub: "E-Book (EPUB)",
    json: "JSON mit Positionen",
    hocr: "hOCR",
    alto: "ALTO",
    pageXml: "PAGE XML",
    tsv: "Tabelle der Wörter",
  },
  ENTITY_KINDS: { link: "Link", email: "E-Mail", phone: "Telefon", iban: "IBAN", card: "Karte" },
  ENGINES: {
    builtin: "Standard",
    ocrs: "Alternative (langsamer)",
  },

  THEMES: {
    system: "Wie das System",
    light: "Hell",
    dark: "Dunkel",
  },

  STORED_FILES: {
    consent: "Ihre Einwilligung",
    settings: "Einstellungen",
    counters: "Zähler",
    autostart: "Start bei der Anmeldung",
  },

  JOB_STATES: {
    waiting: "Wartet",
    reading: "Wird gelesen …",
    readingPage: (page) => `Seite ${page} wird gelesen …`,
    noText: "Kein Text gefunden",
    failed: "Nicht lesbar",
    locked: "Braucht ein Passwort",
    cancelled: "Abgebrochen",
  },

  NETWORK: {
    refused:
      "Gesperrt. Soeben geprüft: Das System lässt dieses Programm keine Verbindung zum Internet herstellen.",
    open: "Nicht verwendet. Kein Teil dieses Programms könnte Daten senden, aber das System würde eine Verbindung nicht verhindern.",
    unknown:
      "Nicht verwendet. Ob das System eine Verbindung verhindern würde, ließ sich nicht prüfen.",
  },

  MENUS: {
    picture: "Bild",
    text: "Text",
    entry: "Bild in der Liste",
    selection: "Auswahl",
    copySelection: "Auswahl kopieren",
    copyLine: "Zeile kopieren",
    copyAll: "Alles kopieren",
    copyText: "Text kopieren",
    rotateLeft: "Nach links drehen",
    rotateRight: "Nach rechts drehen",
    fit: "Einpassen",
    remove: "Entfernen",
    undo: "Rückgängig",
    redo: "Wiederholen",
    cut: "Ausschneiden",
    copy: "Kopieren",
    paste: "Einfügen",
    selectAll: "Alles auswählen",
  },

  OUTCOMES: {
    agreed: "Bereit.",
    savedInFolder: (folder) => `Im Ordner ${folder} gespeichert.`,
    savedAs: (name, place) => `Als ${name} in ${place} gespeichert.`,
    exported: (name) => `Ihre Daten wurden nach ${name} exportiert.`,
    nothingToSave: "Es gibt keinen Text zum Speichern. Versuchen Sie es mit einem anderen Bild.",
    emptyArea: "In diesem Bereich ist kein Text.",
    textSize: (percent) => `Textgröße: ${percent}.`,
    withdrawn: "Ihre Einwilligung wurde widerrufen und alles gelöscht.",
    noUncertainWords: "In diesem Text sind keine unsicheren Wörter mehr.",
    uncertainWord: (nth, all) =>
      `Unsicheres Wort ${nth} von ${all}. Vergleichen Sie es mit dem Bild.`,
    saving: "Wird gespeichert …",
    reading: (done, all) => `${done} von ${all} Bildern gelesen`,
    readingAgain: "Das Bild wird neu gelesen …",
    cleared: "Alles geleert.",
    erased: "Einstellungen und Zähler gelöscht.",
    privateCopy:
      "Sie können es wie gewohnt einfügen, aber im Verlauf der Zwischenablage erscheint es nicht.",
  },

  LINE_MODE_CHANGED: {
    keep: "Zeilen wie im Bild.",
    paragraphs: "Eine Zeile pro Absatz; getrennte Wörter verbunden.",
    one: "Alles in einer Zeile.",
  },

  PANELS: {
    data: "Ihre Daten",
    privacy: "Datenschutz",
    settings: "Einstellungen",
    help: "Hilfe",
    shortcuts: "Tastenkombinationen",
    policy: "Datenschutzerklärung",
  },

  PANEL: { back: "Zurück" },

  DATA: {
    loading: "Wird geladen …",
    lead: "Das ist alles, was das Programm über Sie speichert, und zwar nur auf diesem Computer. Bilder und Texte werden nicht gespeichert, außer Sie speichern sie selbst.",
    rights: "Was Sie tun können",
    correct: "Einstellungen ändern",
    correctHint: "Öffnet „Einstellungen“. Die Zähler können Sie unten berichtigen.",
    export: "Exportieren",
    exportHint: "Speichert alles, was hier steht, in einer Datei Ihrer Wahl (JSON).",
    erase: "Löschen",
    eraseHint: "Löscht Ihre Einstellungen und Zähler. Ihre Einwilligung bleibt.",
    withdraw: "Einwilligung widerrufen",
    withdrawHint: "Löscht alles, schließt alle Bilder und kehrt zum ersten Bildschirm zurück.",
    eraseTitle: "Einstellungen und Zähler löschen?",
    eraseText:
      "Die Einstellungen werden zurückgesetzt und die Zähler gelöscht. Das lässt sich nicht rückgängig machen.",
    withdrawTitle: "Ihre Einwilligung widerrufen?",
    withdrawText:
      "Das Lesen endet, geöffnete Bilder und Texte werden geschlossen, und alle unten genannten Dateien werden gelöscht. Das lässt sich nicht rückgängig machen.",
    cancel: "Abbrechen",
    eraseNow: "Löschen",
    withdrawNow: "Widerrufen und löschen",
    consent: "Ihre Einwilligung",
    policy: "Datenschutzerklärung",
    version: (number) => `Version ${number}`,
    agreed: "Zugestimmt am",
    adult: "Mindestens 14 Jahre alt",
    program: "Programm",
    settings: "Einstellungen",
    window: "Fenstergröße",
    windowSize: (width, height) => `${width} × ${height}`,
    noWindow: "noch nicht gespeichert",
    yes: "ja",
    no: "nein",
    counters: "Gelesene Bilder",
    nothingCounted: "Noch nichts gezählt.",
    notCounted: "Das Zählen ist aus. Unter „Einstellungen“ können Sie es einschalten.",
    files: "Wo es gespeichert ist",
    noFile: "noch nicht vorhanden",
    memoryFolder: "Anzeigemodul",
    inMemory: "im Arbeitsspeicher, wird beim Beenden gelöscht",
  },

  PRIVACY: {
    lead: "Dieses Programm liest Ihre Bilder auf diesem Computer. Es sendet nichts und speichert weder Bild noch Text, außer Sie speichern den Text selbst. Hier sehen Sie, was es gerade tut, jede Sekunde aktualisiert.",
    loading: "Wird geprüft …",
    network: "Internetverbindungen",
    pictures: "Bilder im Arbeitsspeicher",
    noPictures: "Keine.",
    somePictures: (number, size) =>
      `${COUNTED.pictures(number)}, ${size}. ${COUNTED.clearRemoves(number)}`,
    workers: "Lesen",
    readersNow: (busy, idle) => {
      const working = busy === 0 ? "Zurzeit wird nichts gelesen." : COUNTED.picturesBeingRead(busy);
      const waiting = idle === 0 ? "" : " Das nächste kann sofort beginnen.";
      return `${working}${waiting} Jedes Bild liest ein eigener Prozess, der mit ihm endet.`;
    },
    files: "Dateien, die es selbst schreibt",
    onlyFiles: "Nur diese. Sie enthalten nie ein Bild oder dessen Text.",
  },

  SETTINGS: {
    language: "Sprache",
    systemLanguage: "Wie das System",
    theme: "Farbschema",
    lines: "Zeilenumbrüche",
    engine: "Texterkennung",
    engineHint:
      "Probieren Sie die Alternative, wenn ein Text schlecht gelesen wird. Andere Bilder dauern damit länger. Die Einstellung gilt für neue Bilder; öffnen Sie ein Bild noch einmal, um es neu zu lesen.",
    textSize: "Textgröße",
    textSizeHint: "Auch mit Strg und dem Mausrad über dem Text.",
    percent: FORMATS.percent,
    smaller: "Text kleiner",
    larger: "Text größer",
    usual: "Zurücksetzen",
    keepOnTop: "Immer im Vordergrund",
    keepOnTopHint: "Das Fenster bleibt über anderen Fenstern, wo die Arbeitsumgebung es zulässt.",
    autostart: "Bei der Anmeldung starten",
    autostartHint:
      "Das Programm startet, wenn Sie sich anmelden; im Infobereich, wenn es dort bleibt.",
    copyAtOnce: "Automatisch kopieren",
    copyAtOnceHint: "Kopiert den Text in die Zwischenablage, sobald ein Bild gelesen ist.",
    privateCopy: "Privat kopieren",
    privateCopyHint:
      "Bittet den Zwischenablageverlauf Ihres Systems (etwa Win+V oder Klipper), nicht zu behalten, was Sie hier kopieren, und es nicht an andere Geräte zu senden. Einfügen können Sie es wie gewohnt.",
    markEntities: "Links und Nummern markieren",
    markEntitiesHint:
      "Links, E-Mail-Adressen, Telefonnummern, IBANs und Kartennummern werden unterstrichen und lassen sich mit einem Klick kopieren. Nichts davon wird geöffnet.",
    redact: "Kopien und Dateien schwärzen",
    redactHint:
      "Aus Kartennummern, IBANs, E-Mail-Adressen und Telefonnummern wird ████. Nicht gefunden werden Namen, Anschriften, Datumsangaben, andere Nummern sowie Nummern, die falsch gelesen wurden, in der nächsten Zeile weitergehen oder nur zum Teil kopiert werden. Das Bild bleibt, wie es ist. Prüfen Sie den Text, bevor Sie ihn weitergeben. Unter Linux fügt die mittlere Maustaste markierten Text ungeschwärzt ein.",
    count: "Bilder zählen",
    countHint:
      "Zählt, wie viele Bilder in jedem Monat gelesen werden, nur auf diesem Computer. Unter „Ihre Daten“ können Sie die Zahlen sehen, berichtigen und löschen.",
  },

  HELP: {
    lead: "Liest den Text in Ihren Bildern, nur auf diesem Computer. Nichts wird gesendet.",
    howTo: "So geht es",
    add: "Ein Bild hinzufügen",
    addHow:
      "Öffnen Sie es, ziehen Sie es ins Fenster, oder kopieren Sie es und fügen Sie es hier ein.",
    capture: "Vom Bildschirm erfassen",
    captureHow:
      "Drücken Sie „Erfassen“, und ziehen Sie über den Text. Er wird kopiert oder im Fenster geöffnet, wie es in den Einstellungen steht.",
    captureAnywhere: "In jedem Programm:",
    check: "Den Text prüfen",
    checkHow: "Wörter, die falsch sein könnten, sind markiert. Gehen Sie von einem zum nächsten.",
    copy: "Den Text kopieren",
    copyHow: "Ganz, oder was Sie im Text oder auf dem Bild ausgewählt haben.",
    menus: "Mehr",
    menusHow: "Klicken Sie mit der rechten Maustaste auf Bild, Text oder einen Eintrag der Liste.",
    licences: "Lizenzen",
    licenceText: [
      "ImageToText ist freie Software. Sie können es nach Ihrer Wahl unter der MIT-Lizenz oder der Apache-Lizenz 2.0 verwenden.",
      "Es enthält freie Software von anderen, unter Lizenzen, die das erlauben. Das Fenster wird vom Anzeigemodul Ihres Systems gezeichnet, das eine eigene Lizenz hat.",
    ],
  },

  POLICY: {
    translated:
      "Dieser Text ist eine Übersetzung. Wo er vom englischen Text abweicht, gilt der englische.",
    version: "Version",
    option: (number, day) => `${number} (${day})`,
    updated: (number, day) => `Version ${number}, Stand: ${day}`,
    heading: (number, day) => `Version ${number}, ${day}`,
    changes: "Was sich in dieser Version geändert hat",
  },

  SHORTCUT_GROUPS: {
    pictures: "Bilder",
    text: "Text",
    view: "Ansicht",
    program: "Programm",
  },

  SHORTCUT_LABELS: {
    open: "Bilder öffnen",
    paste: "Ein Bild einfügen",
    capture: "Text vom Bildschirm erfassen",
    captureAgain: "Denselben Bereich erneut erfassen",
    rotateLeft: "Nach links drehen und neu lesen",
    rotateRight: "Nach rechts drehen und neu lesen",
    previousPicture: "Vorheriges Bild",
    nextPicture: "Nächstes Bild",
    remove: "Bild entfernen (in der Liste oder auf dem Bild)",
    clear: "Alles leeren",
    copy: "Auswahl oder ganzen Text kopieren",
    copyLine: "Aktuelle Zeile kopieren",
    copyAll: "Text aller Bilder kopieren",
    save: "Text als Datei speichern",
    saveAll: "Text aller Bilder speichern",
    linesKeep: "Zeilenumbrüche behalten",
    linesParagraphs: "Zeilen zu Absätzen verbinden",
    linesOne: "Eine einzige Zeile",
    nextLowConfidenceWord: "Nächstes unsicheres Wort",
    previousLowConfidenceWord: "Vorheriges unsicheres Wort",
    undo: "Letzte Textänderung rückgängig machen",
    redo: "Wiederholen",
    find: "Im Text suchen",
    replace: "Suchen und ersetzen",
    findNext: "Nächster Treffer",
    findPrevious: "Vorheriger Treffer",
    restore: "Alle Änderungen rückgängig machen",
    zoomIn: "Vergrößern; beim Bearbeiten größerer Text",
    zoomOut: "Verkleinern; kleinerer Text",
    zoomFit: "Einpassen; übliche Textgröße",
    zoomActual: "Originalgröße",
    previousPage: "Vorherige Seite",
    nextPage: "Nächste Seite",
    nextArea: "Nächster Bereich: Liste, Bild, Text",
    previousArea: "Vorheriger Bereich",
    escape: "Lesen abbrechen, Bereich aufheben, Ansicht schließen",
    cancelAll: "Alle abbrechen",
    privacy: "Datenschutz",
    data: "Ihre Daten",
    settings: "Einstellungen",
    policy: "Datenschutzerklärung",
    help: "Hilfe",
    shortcuts: "Tastenkombinationen",
  },

  WORKSPACE: {
    toolbar: "Bilder",
    open: "Öffnen",
    openPictures: "Bilder öffnen",
    paste: "Einfügen",
    cancelAll: "Alle abbrechen",
    copyAll: "Alle kopieren",
    saveAll: "Alle speichern",
    saveAllAsPdf: "Alle in einer PDF speichern",
    clear: "Leeren",
    cancel: "Abbrechen",
    remove: "Entfernen",
    read: "Neu lesen",
    readAll: "Alle abgebrochenen lesen",
    cancelled: "Das Lesen wurde abgebrochen.",
    password: "Passwort",
    unlock: "Entsperren",
    reading: (name) => `${name} wird gelesen`,
    cancelOne: (name) => `${name} abbrechen`,
    removeOne: (name) => `${name} entfernen`,
    dropToAdd: "Zum Hinzufügen loslassen",
    split: "Größe von Bild und Text ändern",
    splitHint:
      "Zum Ändern der Größe ziehen oder Pfeiltasten verwenden. Ein Doppelklick setzt sie zurück.",
  },

  EMPTY: {
    title: "Bild hierher ziehen",
    titleDragging: "Zum Lesen loslassen",
    before: "oder eines einfügen mit",
    after: ", oder eine Datei öffnen.",
    formats:
      "PDF, PNG, JPEG, HEIC, TIFF und viele mehr. Auch mehrere Dateien oder ein ganzer Ordner.",
  },

  QUEUE: { list: "Liste der Bilder" },

  PICTURE: {
    ignoreArea: "Weglassen",
    ignoreAreaHint: "Den Inhalt dieses Bereichs aus dem Text weglassen",
    ignoreHere: "In diesem Bild",
    ignoreEverywhere: "In allen Bildern dieser Größe, auch in neuen",
    pane: "Bild",
    orText: "Bild oder Text",
    page: (name, page) => `Bild ${name}, Seite ${page}`,
    rotateLeft: "Nach links drehen",
    rotateRight: "Nach rechts drehen",
    previousPage: "Vorherige Seite",
    nextPage: "Nächste Seite",
    ofPages: (page, pages) => `${page} / ${pages}`,
    zoomOut: "Verkleinern",
    zoomIn: "Vergrößern",
    actual: "Originalgröße",
    percent: (scale) => FORMATS.percent(scale * 100),
    fit: "Einpassen",
    copyLine: "Diese Zeile kopieren",
    selectArea: "Bereich auswählen",
    selectAreaHint: "Bereich auswählen (Strg und ziehen)",
    area: "Ausgewählter Bereich",
    areaHint:
      "Pfeiltasten verschieben ihn, mit der Umschalttaste ändern sie seine Größe. Die Eingabetaste kopiert seinen Text, Esc hebt ihn auf.",
    copyArea: COUNTED.copyLines,
  },

  CODES: {
    list: "QR-Codes und Strichcodes",
    qr: "QR-Code",
    copy: (kind) => `Kopieren: ${kind}`,
    alone: "In diesem Bild ist kein Text, nur was seine Codes sagen.",
  },

  TEXT: {
    redact: "Schwärzen",
    redactHint:
      "In Kopien und Dateien steht ████ anstelle von Kartennummern, IBANs, E-Mail-Adressen und Telefonnummern. Namen und Anschriften bleiben.",
    entities: (number: string) => `Links und Nummern (${number})`,
    copyEntity: "Link oder Nummer kopieren",
    pane: "Text",
    of: (name) => `Text von ${name}`,
    modes: "Zeilenumbrüche",
    copy: "Kopieren",
    copyLine: "Zeile kopieren",
    copyAs: "Kopieren als",
    page: (page) => `Seite ${page}`,
    save: "Speichern unter",
    none: "In diesem Bild wurde kein Text gefunden.",
    unread: {
      arabic: "Das sieht nach arabischer Schrift aus, die noch nicht gelesen wird.",
      hebrew: "Das sieht nach hebräischer Schrift aus, die noch nicht gelesen wird.",
      devanagari:
        "Das sieht nach Devanagari-Schrift (Hindi und andere) aus, die noch nicht gelesen wird.",
      thai: "Das sieht nach thailändischer Schrift aus, die noch nicht gelesen wird.",
      other: "Das sieht nach einer Schrift aus, die noch nicht gelesen wird.",
    },
    noneHint:
      "Wenn das Bild auf der Seite liegt, drehen Sie es. Versuchen Sie es sonst mit einer größeren oder schärferen Kopie.",
    stopIgnoring: "Beenden",
    attachments: (names) => `Angehängte Dateien wurden nicht gelesen: ${names}.`,
    missingAfter: (page) => `Die Seiten nach Seite ${page} fehlen.`,
    lowConfidenceWords: (number, keys) => `${COUNTED.uncertainWords(number)} (${keys})`,
    nextLowConfidenceWord: "Zum nächsten unsicheren Wort gehen",
    edited: "Bearbeitet",
    restore: "Alle Änderungen rückgängig",
  },

  FOOTER: {
    menu: "Datenschutz und Einstellungen",
    privacy: "Nichts hat diesen Computer verlassen",
    privacyHint: "Datenschutz: sehen, was das Programm tut",
  },

  NOTICE: {
    label: "Datenschutzerklärung",
    text: (number) => `Die Datenschutzerklärung hat eine kleine Änderung (Version ${number}).`,
    changes: "Änderungen ansehen",
    acknowledge: "OK",
  },

  REFUSED: {
    label: "Dateien, die nicht geöffnet werden konnten",
    line: (name, message) => `${FORMATS.quoted(name)}: ${message}`,
    dismiss: "Ausblenden",
  },

  BROKEN: { title: "ImageToText konnte nicht starten" },
};
