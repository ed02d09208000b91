/** Everything that the window says, in Spanish. */
import { formatsOf } from "./format";
import type { Language } from "./translated";

const { FORMATS, counter } = formatsOf("es", {
  bytes: { one: "# byte", other: "# bytes" },
  quotes: ["«", "»"],
});

const COUNTED: Language["COUNTED"] = {
  lines: counter({ one: "# línea", other: "# líneas" }),
  paragraphs: counter({ one: "# párrafo", other: "# párrafos" }),
  areaIgnored: counter({
    one: "Omitida en # imagen. Deshacer recupera el texto.",
    other: "Omitida en # imágenes. Deshacer recupera el texto.",
  }),
  ignoredAreas: counter({
    one: "# área se omite en las imágenes nuevas del mismo tamaño.",
    other: "# áreas se omiten en las imágenes nuevas del mismo tamaño.",
  }),
  codes: counter({ one: "# código", other: "# códigos" }),
  pages: counter({ one: "# página", other: "# páginas" }),
  pictures: counter({ one: "# imagen", other: "# imágenes" }),
  picturesAdded: counter({ one: "# imagen añadida.", other: "# imágenes añadidas." }),
  filesRefused: counter({
    one: "No se pudo abrir # archivo.",
    other: "No se pudieron abrir # archivos.",
  }),
  filesSkipped: counter({
    one: "Se omitió # archivo que no es una imagen.",
    other: "Se omitieron # archivos que no son imágenes.",
  }),
  textsSaved: counter({ one: "# texto guardado.", other: "# textos guardados." }),
  picturesWithoutText: counter({
    one: "# imagen no tiene texto.",
    other: "# imágenes no tienen texto.",
  }),
  linesRead: counter({ one: "# línea leída.", other: "# líneas leídas." }),
  picturesRead: counter({ one: "# imagen leída.", other: "# imágenes leídas." }),
  picturesFailed: counter({
    one: "No se pudo leer # imagen.",
    other: "No se pudieron leer # imágenes.",
  }),
  filesLocked: counter({
    one: "# archivo necesita una contraseña.",
    other: "# archivos necesitan una contraseña.",
  }),
  picturesCancelled: counter({
    one: "Se canceló # imagen.",
    other: "Se cancelaron # imágenes.",
  }),
  copyLines: counter({ one: "Copiar # línea", other: "Copiar # líneas" }),
  linesSelected: counter({
    one: "# línea en esta área.",
    other: "# líneas en esta área.",
  }),
  linesCopied: counter({ one: "# línea copiada.", other: "# líneas copiadas." }),
  charactersCopied: counter({ one: "# carácter copiado.", other: "# caracteres copiados." }),
  replacements: counter({
    one: "# coincidencia reemplazada.",
    other: "# coincidencias reemplazadas.",
  }),
  picturesChanged: counter({
    one: "Se modificó # imagen.",
    other: "Se modificaron # imágenes.",
  }),
  words: counter({ one: "# palabra", other: "# palabras" }),
  uncertainWords: counter({
    one: "Revisar # palabra dudosa",
    other: "Revisar # palabras dudosas",
  }),
  uncertain: counter({ one: "# dudosa", other: "# dudosas" }),
  clearRemoves: counter({
    one: "«Borrar» la quita.",
    other: "«Borrar» las quita.",
  }),
  picturesBeingRead: counter({
    one: "Se está leyendo # imagen.",
    other: "Se están leyendo # imágenes.",
  }),
  picturesUnkept: counter({
    one: "Ha cambiado el texto de # imagen y no lo ha guardado ni copiado.",
    other: "Ha cambiado los textos de # imágenes y no los ha guardado ni copiado.",
  }),
};

export const SPANISH: Language = {
  CAPTURE: {
    button: "Capturar",
    hint: "Capturar texto de la pantalla",
    cancelled: "Se canceló la captura.",
    hotkeysFailed: (keys) =>
      `Estas teclas de captura no funcionan: ${keys}. La configuración dice por qué.`,
    heading: "Captura de pantalla",
    target: "Después de una captura",
    hotkey: "Teclas de captura",
    againHotkey: "Teclas para la misma área",
    keysHint: "Seleccione el campo y pulse las nuevas teclas. Supr las quita.",
    noKeys: "Ninguna",
    tray: "Icono en la bandeja del sistema",
    trayHint: "Captura y abre la ventana desde la bandeja.",
    noTray: "Este escritorio no muestra iconos en la bandeja.",
    startHidden: "Permanecer en la bandeja",
    startHiddenHint:
      "Se inicia sin ventana y, al cerrar la ventana, el programa queda en la bandeja. Las imágenes abiertas siguen en memoria hasta que las borre o salga del programa.",
    byDesktop:
      "En este escritorio, el sistema pregunta qué capturar y lo guarda en un archivo. El programa lee el archivo y lo elimina de inmediato.",
    unsupported:
      "La captura aún no está disponible en este sistema. Haga una captura de pantalla y péguela con «Pegar».",
  },

  CAPTURE_TARGETS: {
    clipboard: "Copiar el texto",
    window: "Abrir en la ventana",
  },

  HOTKEY_PROBLEMS: {
    taken: "Otro programa usa estas teclas. Elija otras.",
    duplicate: "La otra función ya tiene estas teclas. Elija otras.",
    invalid:
      "Otros programas necesitan estas teclas. Añada Super, o dos de Ctrl, Alt y Mayús; con una tecla F basta una.",
    unsupported:
      "Este escritorio no permite que los programas definan teclas. En la configuración del teclado del escritorio, defina un atajo que ejecute imagetotext-app --capture.",
  },

  CONSENT: {
    title: "Sus imágenes se quedan en este equipo",
    titleOutdated: "La política de privacidad ha cambiado",
    lead: "ImageToText lee el texto de sus imágenes, solo en este equipo. Antes de leer nada, necesita su consentimiento.",
    leadOutdated: "Lea qué ha cambiado. No se lee nada hasta que vuelva a aceptar.",
    changed: "Qué ha cambiado",
    full: "Política de privacidad",
    fullVersion: (number, day) => `versión ${number}, ${day}`,
    policy: "He leído la política de privacidad y la acepto",
    adult: "Tengo 14 años o más",
    agree: "Aceptar",
    decline: "Rechazar",
    declineHint: "Si rechaza, el programa se cierra y no guarda nada.",
  },

  FORMATS,
  COUNTED,

  READ_ERRORS: {
    empty: "El archivo está vacío. Elija otro archivo.",
    notAPicture:
      "Este archivo no es una imagen. Elija un archivo PDF, PNG, JPEG, HEIC, WebP, BMP, GIF o TIFF.",
    unsupported: (format) =>
      `Los archivos ${format} no se pueden leer. Guárdelo primero como PNG o JPEG.`,
    unsupportedSvg: "Los archivos SVG no se pueden leer. Expórtelo primero como PNG.",
    unsupportedKind: (format) =>
      `Este tipo de archivo ${format} no se puede leer. Guárdelo primero como PNG.`,
    damaged: (format) => `Esta imagen ${format} está dañada o incompleta. Consiga otra copia.`,
    damagedPdf: "Este PDF está dañado o incompleto. Consiga otra copia.",
    tooManyPixels: (millions, side) =>
      `La imagen tiene más de ${millions} millones de píxeles, o más de ${side} en un lado. Recórtela, divídala o redúzcala.`,
    tooManyPages: "Solo se han leído las primeras 1000 páginas. Divida el archivo.",
    passwordNeeded: "Este PDF está protegido con una contraseña. Escríbala.",
    wrongPassword: "La contraseña no es correcta. Inténtelo de nuevo.",
    tooLarge: (megabytes) =>
      `El archivo supera los ${megabytes} MB. Recorte la imagen o redúzcala.`,
    changed: "El archivo ha cambiado desde que se leyó. Vuelva a abrirlo.",
    missing: "No se encontró el archivo. Compruebe su nombre y ubicación, y vuelva a abrirlo.",
    directory: "Esto es una carpeta. Abra las imágenes que contiene o suelte la carpeta sola.",
    special: "Esto no es un archivo de imagen. Guarde primero la imagen como archivo.",
    denied: "No tiene permiso para leer este archivo. Cambie sus permisos o abra una copia.",
    unreadable: "No se pudo leer el archivo. Pruebe con una copia.",
    tookTooLong: (seconds) =>
      `La lectura tardó más de ${seconds} segundos y se detuvo. Recorte la imagen o divídala en partes.`,
    outOfMemory: "No hay memoria suficiente para esta imagen. Recórtela o redúzcala.",
    crashed:
      "La lectura se detuvo de forma inesperada. Lea la imagen de nuevo o pruebe con otra copia.",
    internal: "Un error de este programa detuvo la lectura. Comuníquelo, sin la imagen.",
  },

  NOTHING_ADDED: {
    clipboardEmpty:
      "El portapapeles está vacío. Copie primero una imagen o haga una captura de pantalla.",
    clipboardText:
      "El portapapeles contiene texto, no una imagen. Copie primero una imagen o haga una captura de pantalla.",
    clipboardUnavailable:
      "El portapapeles no responde. Copie la imagen de nuevo o ábrala como archivo.",
    link: "Esto es un enlace, y este programa nunca descarga nada. Guarde primero la imagen.",
    emptyFolder: "No hay imágenes en esta carpeta. Elija otra carpeta.",
  },

  COMMAND_ERRORS: {
    notConsented: "Todavía no ha aceptado la política de privacidad. Léala y acéptela primero.",
    noSuchJob: "Esta imagen ya no está abierta. Ábrala de nuevo.",
    stalePolicy:
      "La política de privacidad ha cambiado. Reinicie el programa para leer la nueva versión.",
    notAdult: "Confirme que tiene 14 años o más para continuar.",
    notRedactable:
      "Un PDF muestra la imagen, que no se puede tachar. Desactive «Tachar» o elija otro tipo.",
    saveOverPicture: (name) =>
      `${name} es la propia imagen abierta y se reemplazaría. Elija otro nombre.`,
    pictureFileGone: (name) =>
      `Un PDF necesita el archivo ${name}, que ya no existe. Aún puede guardar el texto en otros formatos.`,
    unknownFormat: (ending) =>
      `ImageToText no puede guardar archivos ${ending}. Elija otro tipo, como Texto o Markdown.`,
    internal:
      "Se produjo un error en este programa. Inténtelo de nuevo y comuníquelo si se repite.",
  },

  CLIPBOARD_ERRORS: {
    empty:
      "No hay texto que copiar, por lo que el portapapeles no ha cambiado. Pruebe con otra imagen.",
    busy: "Otro programa está usando el portapapeles. Inténtelo de nuevo.",
    unavailable: "El portapapeles no está disponible. Guarde el texto en un archivo.",
    notKept: "El portapapeles no conservó el texto. Inténtelo de nuevo o guárdelo en un archivo.",
  },

  CAPTURE_ERRORS: {
    unsupported:
      "Este escritorio no permite que este programa capture la pantalla. Haga una captura de pantalla y péguela.",
    denied: "El escritorio no permitió la captura. Haga una captura de pantalla y péguela.",
    notPermitted:
      "Permita a ImageToText grabar la pantalla en Ajustes del Sistema, en «Privacidad y seguridad», y vuelva a iniciarlo.",
    busy: "La pantalla está bloqueada o hay un menú abierto. Ciérrelo y capture de nuevo.",
    noAnswer: "No se pudo capturar la pantalla. Inténtelo de nuevo o pegue una captura.",
    emptyRegion: "Esta área no está en ninguna pantalla. Selecciónela de nuevo.",
    noRegion: "No hay ningún área que capturar de nuevo. Capture una primero.",
    unreadable: "No se pudo leer la imagen capturada. Inténtelo de nuevo.",
  },

  STORAGE_ERRORS: {
    full: (path) =>
      `No se pudo escribir ${path} porque el disco está lleno. Libere espacio e inténtelo de nuevo.`,
    denied: (path) =>
      `No se pudo escribir ${path} por falta de permiso. Cambie sus permisos e inténtelo de nuevo.`,
    other: (path) => `No se pudo escribir ${path}. Compruebe la carpeta e inténtelo de nuevo.`,
  },

  SAVE_ERRORS: {
    full: (name) =>
      `No se pudo guardar ${name} porque el disco está lleno. Libere espacio o guárdelo en otro lugar.`,
    denied: (name) =>
      `No se pudo guardar ${name} porque no tiene permiso para escribir ahí. Guárdelo en otro lugar.`,
    other: (name) => `No se pudo guardar ${name}. Guárdelo en otro lugar.`,
  },

  FIND: {
    bar: "Buscar en el texto",
    query: "Buscar",
    replacement: "Reemplazar por",
    previous: "Coincidencia anterior",
    next: "Coincidencia siguiente",
    matchCase: "Mayúsculas y minúsculas",
    everywhere: "En todas las imágenes",
    replaceOne: "Reemplazar",
    replaceAll: "Reemplazar todo",
    close: "Cerrar la búsqueda",
    none: "No se encontró nada.",
    found: (all, isMore) => `Coincidencias: ${FORMATS.number(all)}${isMore ? "+" : ""}`,
    inAll: (here, all, isMore) =>
      `${here}, ${FORMATS.number(all)}${isMore ? "+" : ""} en todas las imágenes`,
    noneHere: "0 aquí",
    count: (at, all, isMore) =>
      `${FORMATS.number(at)} de ${FORMATS.number(all)}${isMore ? "+" : ""}`,
  },

  UNSAVED: (name) => `Ha cambiado el texto de ${name} y no lo ha guardado ni copiado.`,
  EDITS_COME_BACK:
    "Sus cambios del texto pertenecen a la imagen tal como está ahora. Si la gira de vuelta, reaparecen.",
  PAGE_EDITS_COME_BACK: (page) =>
    `Sus cambios del texto de la página ${page} pertenecen a la página tal como está ahora. Si la gira de vuelta, reaparecen.`,

  CONFIRM: {
    close: {
      title: "¿Cerrar sin guardar?",
      yes: "Cerrar sin guardar",
      no: "Mantener abierto",
    },
    clear: {
      title: "¿Borrar todo?",
      yes: "Borrar todo",
      no: "Conservar",
    },
    remove: {
      title: "¿Quitar esta imagen?",
      yes: "Quitar",
      no: "Conservar",
    },
    rotate: {
      title: "¿Leer la imagen de nuevo?",
      yes: "Leer de nuevo",
      no: "Cancelar",
    },
  },

  KEYS: {
    Ctrl: "Ctrl",
    Shift: "Mayús",
    Alt: "Alt",
    Esc: "Esc",
    Delete: "Supr",
    Up: "Arriba",
    Down: "Abajo",
    PageUp: "Re Pág",
    PageDown: "Av Pág",
    Plus: "Más",
    Super: "Super",
    PrintScreen: "Impr Pant",
    Pause: "Pausa",
    Space: "Espacio",
    Insert: "Insert",
    Home: "Inicio",
    End: "Fin",
    Left: "Izquierda",
    Right: "Derecha",
  },

  PROGRAM: "ImageToText",

  LINE_MODES: {
    keep: "Líneas",
    paragraphs: "Párrafos",
    one: "Una línea",
  },

  COPY_FORMATS: {
    text: "Texto",
    table: "Tabla para hoja de cálculo",
    markdown: "Markdown",
    csv: "CSV",
    html: "Página web (HTML)",
    json: "JSON",
  },

  SAVE_FORMATS: {
    text: "Texto",
    pdf: "PDF con la imagen y búsqueda de texto",
    docx: "Documento de Word",
    odt: "Texto OpenDocument",
    xlsx: "Libro de Excel",
    csv: "Tablas en CSV",
    markdown: "Markdown",
    html: "Página web",
    epub: "Libro electrónico (EPUB)",
    json: "JSON con posiciones",
    hocr: "hOCR",
    alto: "ALTO",
    pageXml: "PAGE XML",
    tsv: "Tabla de palabras",
  },
  ENTITY_KINDS: {
    link: "Enlace",
    email: "Correo",
    phone: "Teléfono",
    iban: "IBAN",
    card: "Tarjeta",
  },
  ENGINES: {
    builtin: "Estándar",
    ocrs: "Alternativo (más lento)",
  },

  THEMES: {
    system: "Igual que el sistema",
    light: "Claro",
    dark: "Oscuro",
  },

  STORED_FILES: {
    consent: "Su consentimiento",
    settings: "Configuración",
    counters: "Contadores",
    autostart: "Inicio automático",
  },

  JOB_STATES: {
    waiting: "En espera",
    reading: "Leyendo…",
    readingPage: (page) => `Leyendo la página ${page}…`,
    noText: "No se encontró texto",
    failed: "No se pudo leer",
    locked: "Necesita contraseña",
    cancelled: "Cancelada",
  },

  NETWORK: {
    refused:
      "Bloqueadas. Comprobado ahora mismo: el sistema no permite que este programa se conecte a Internet.",
    open: "Sin usar. Este programa no tiene ninguna parte que pueda enviar datos, pero el sistema no bloquearía una conexión.",
    unknown: "Sin usar. No se pudo comprobar si el sistema bloquearía una conexión.",
  },

  MENUS: {
    picture: "Imagen",
    text: "Texto",
    entry: "Imagen de la lista",
    selection: "Selección",
    copySelection: "Copiar la selección",
    copyLine: "Copiar línea",
    copyAll: "Copiar todo",
    copyText: "Copiar texto",
    rotateLeft: "Girar a la izquierda",
    rotateRight: "Girar a la derecha",
    fit: "Ajustar",
    remove: "Quitar",
    undo: "Deshacer",
    redo: "Rehacer",
    cut: "Cortar",
    copy: "Copiar",
    paste: "Pegar",
    selectAll: "Seleccionar todo",
  },

  OUTCOMES: {
    agreed: "Listo.",
    savedInFolder: (folder) => `Guardado en la carpeta ${folder}.`,
    savedAs: (name, place) => `Guardado como ${name} en ${place}.`,
    exported: (name) => `Sus datos se exportaron a ${name}.`,
    nothingToSave: "No hay texto que guardar. Pruebe con otra imagen.",
    emptyArea: "No hay texto en esta área.",
    textSize: (percent) => `Tamaño del texto: ${percent}.`,
    withdrawn: "Se retiró su consentimiento y se borró todo.",
    noUncertainWords: "No quedan palabras dudosas en este texto.",
    uncertainWord: (nth, all) => `Palabra dudosa ${nth} de ${all}. Compárela con la imagen.`,
    saving: "Guardando…",
    reading: (done, all) => `${done} de ${all} imágenes leídas`,
    readingAgain: "Leyendo la imagen de nuevo…",
    cleared: "Se borró todo.",
    erased: "Se borraron la configuración y los contadores.",
    privateCopy: "Puede pegarlo como siempre, pero no aparece en el historial del portapapeles.",
  },

  LINE_MODE_CHANGED: {
    keep: "Líneas como en la imagen.",
    paragraphs: "Una línea por párrafo; palabras divididas unidas.",
    one: "Todo en una línea.",
  },

  PANELS: {
    data: "Sus datos",
    privacy: "Privacidad",
    settings: "Configuración",
    help: "Ayuda",
    shortcuts: "Atajos de teclado",
    policy: "Política de privacidad",
  },

  PANEL: { back: "Atrás" },

  DATA: {
    loading: "Cargando…",
    lead: "Esto es todo lo que el programa guarda sobre usted, solo en este equipo. Las imágenes y los textos no se guardan, a menos que los guarde usted.",
    rights: "Qué puede hacer",
    correct: "Cambiar la configuración",
    correctHint: "Abre «Configuración». Los contadores se pueden corregir abajo.",
    export: "Exportar",
    exportHint: "Guarda todo lo que se muestra aquí en un archivo de su elección (JSON).",
    erase: "Borrar",
    eraseHint: "Borra su configuración y sus contadores. Su consentimiento permanece.",
    withdraw: "Retirar el consentimiento",
    withdrawHint: "Borra todo, cierra todas las imágenes y vuelve a la primera pantalla.",
    eraseTitle: "¿Borrar la configuración y los contadores?",
    eraseText:
      "La configuración vuelve a sus valores predeterminados y los contadores se borran. Esto no se puede deshacer.",
    withdrawTitle: "¿Retirar su consentimiento?",
    withdrawText:
      "La lectura se detiene, las imágenes y los textos abiertos se cierran, y se borran todos los archivos indicados abajo. Esto no se puede deshacer.",
    cancel: "Cancelar",
    eraseNow: "Borrar",
    withdrawNow: "Retirar y borrar",
    consent: "Su consentimiento",
    policy: "Política de privacidad",
    version: (number) => `versión ${number}`,
    agreed: "Aceptada el",
    adult: "14 años o más",
    program: "Programa",
    settings: "Configuración",
    window: "Tamaño de la ventana",
    windowSize: (width, height) => `${width} × ${height}`,
    noWindow: "aún no guardado",
    yes: "sí",
    no: "no",
    counters: "Imágenes leídas",
    nothingCounted: "Aún no se ha contado nada.",
    notCounted: "El recuento está desactivado. Puede activarlo en «Configuración».",
    files: "Dónde se guarda",
    noFile: "aún no existe",
    memoryFolder: "Motor de visualización",
    inMemory: "en memoria, se borra al salir",
  },

  PRIVACY: {
    lead: "Este programa lee sus imágenes en este equipo. No envía nada ni guarda ninguna imagen ni texto, a menos que usted lo guarde. Abajo se ve lo que hace en este momento, actualizado cada segundo.",
    loading: "Comprobando…",
    network: "Conexiones a Internet",
    pictures: "Imágenes en memoria",
    noPictures: "Ninguna.",
    somePictures: (number, size) =>
      `${COUNTED.pictures(number)}, ${size}. ${COUNTED.clearRemoves(number)}`,
    workers: "Lectura",
    readersNow: (busy, idle) => {
      const working = busy === 0 ? "No se está leyendo nada." : COUNTED.picturesBeingRead(busy);
      const waiting = idle === 0 ? "" : " La siguiente puede empezar enseguida.";
      return `${working}${waiting} Cada imagen la lee un proceso propio, que termina con ella.`;
    },
    files: "Archivos que escribe por sí mismo",
    onlyFiles: "Solo los de abajo. Nunca contienen una imagen ni su texto.",
  },

  SETTINGS: {
    language: "Idioma",
    systemLanguage: "Igual que el sistema",
    theme: "Tema",
    lines: "Saltos de línea",
    engine: "Reconocimiento de texto",
    engineHint:
      "Pruebe el alternativo cuando un texto se lea mal. Con él, las demás imágenes tardan más. El ajuste se aplica a las imágenes nuevas; abra una imagen otra vez para leerla de nuevo.",
    textSize: "Tamaño del texto",
    textSizeHint: "También con Ctrl y la rueda del ratón sobre el texto.",
    percent: FORMATS.percent,
    smaller: "Texto más pequeño",
    larger: "Texto más grande",
    usual: "Restablecer",
    keepOnTop: "Siempre visible",
    keepOnTopHint: "La ventana queda por encima de las demás, si el escritorio lo permite.",
    autostart: "Iniciar al iniciar sesión",
    autostartHint:
      "El programa se inicia cuando usted inicia sesión; en la bandeja, si queda allí.",
    copyAtOnce: "Copiar automáticamente",
    copyAtOnceHint: "Copia el texto al portapapeles en cuanto se lee una imagen.",
    privateCopy: "Copia privada",
    privateCopyHint:
      "Pide al historial del portapapeles de su sistema (como Win+V o Klipper) que no conserve lo que copie aquí ni lo envíe a otros dispositivos. Puede pegarlo como siempre.",
    markEntities: "Marcar enlaces y números",
    markEntitiesHint:
      "Los enlaces, direcciones de correo, teléfonos, IBAN y números de tarjeta se subrayan y se copian con un clic. No se abre ninguno.",
    redact: "Tachar lo que se copia y guarda",
    redactHint:
      "Los números de tarjeta, IBAN, direcciones de correo y teléfonos pasan a ser ████. No se encuentran nombres, direcciones postales, fechas, otros números ni los que se leyeron mal, siguen en la línea siguiente o se copian en parte. La imagen no cambia. Revise el texto antes de compartirlo. En Linux, el botón central del ratón pega el texto seleccionado sin tachar.",
    count: "Contar imágenes",
    countHint:
      "Cuenta cuántas imágenes se leen cada mes, solo en este equipo. Puede ver, corregir y borrar los números en «Sus datos».",
  },

  HELP: {
    lead: "Lee el texto de sus imágenes, solo en este equipo. No se envía nada.",
    howTo: "Cómo se usa",
    add: "Añadir una imagen",
    addHow: "Ábrala, suéltela en la ventana, o cópiela y péguela aquí.",
    capture: "Capturar de la pantalla",
    captureHow:
      "Pulse «Capturar» y arrastre sobre el texto. Se copia o se abre en la ventana, según la configuración.",
    captureAnywhere: "En cualquier programa:",
    check: "Revisar el texto",
    checkHow: "Las palabras que pueden estar mal aparecen marcadas. Vaya de una a la siguiente.",
    copy: "Copiar el texto",
    copyHow: "Todo, o lo que haya seleccionado en el texto o en la imagen.",
    menus: "Más",
    menusHow: "Haga clic con el botón derecho en una imagen, el texto o un elemento de la lista.",
    licences: "Licencias",
    licenceText: [
      "ImageToText es software libre. Puede usarlo bajo la Licencia MIT o la Licencia Apache 2.0, como prefiera.",
      "Contiene software libre de terceros, bajo licencias que lo permiten. El motor de visualización de su sistema dibuja la ventana y tiene su propia licencia.",
    ],
  },

  POLICY: {
    translated:
      "Este texto es una traducción. Si difiere del texto en inglés, prevalece este último.",
    version: "Versión",
    option: (number, day) => `${number} (${day})`,
    updated: (number, day) => `Versión ${number}, actualizada el ${day}`,
    heading: (number, day) => `Versión ${number}, ${day}`,
    changes: "Qué ha cambiado en esta versión",
  },

  SHORTCUT_GROUPS: {
    pictures: "Imágenes",
    text: "Texto",
    view: "Vista",
    program: "Programa",
  },

  SHORTCUT_LABELS: {
    open: "Abrir imágenes",
    paste: "Pegar una imagen",
    capture: "Capturar texto de la pantalla",
    captureAgain: "Capturar de nuevo la misma área",
    rotateLeft: "Girar a la izquierda y leer de nuevo",
    rotateRight: "Girar a la derecha y leer de nuevo",
    previousPicture: "Imagen anterior",
    nextPicture: "Imagen siguiente",
    remove: "Quitar la imagen (en la lista o en la imagen)",
    clear: "Borrar todo",
    copy: "Copiar la selección o todo el texto",
    copyLine: "Copiar la línea actual",
    copyAll: "Copiar el texto de todas las imágenes",
    save: "Guardar el texto como archivo",
    saveAll: "Guardar el texto de todas las imágenes",
    linesKeep: "Conservar los saltos de línea",
    linesParagraphs: "Unir las líneas en párrafos",
    linesOne: "Una sola línea",
    nextLowConfidenceWord: "Siguiente palabra dudosa",
    previousLowConfidenceWord: "Palabra dudosa anterior",
    undo: "Deshacer el último cambio del texto",
    redo: "Rehacerlo",
    find: "Buscar en el texto",
    replace: "Buscar y reemplazar",
    findNext: "Coincidencia siguiente",
    findPrevious: "Coincidencia anterior",
    restore: "Deshacer todos los cambios",
    zoomIn: "Acercar; texto más grande al editarlo",
    zoomOut: "Alejar; texto más pequeño",
    zoomFit: "Ajustar; tamaño de texto habitual",
    zoomActual: "Tamaño real",
    previousPage: "Página anterior",
    nextPage: "Página siguiente",
    nextArea: "Área siguiente: lista, imagen, texto",
    previousArea: "Área anterior",
    escape: "Cancelar la lectura, quitar un área, cerrar un panel",
    cancelAll: "Cancelar todo",
    privacy: "Privacidad",
    data: "Sus datos",
    settings: "Configuración",
    policy: "Política de privacidad",
    help: "Ayuda",
    shortcuts: "Atajos de teclado",
  },

  WORKSPACE: {
    toolbar: "Imágenes",
    open: "Abrir",
    openPictures: "Abrir imágenes",
    paste: "Pegar",
    cancelAll: "Cancelar todo",
    copyAll: "Copiar todo",
    saveAll: "Guardar todo",
    saveAllAsPdf: "Guardar todo en un PDF",
    clear: "Borrar",
    cancel: "Cancelar",
    remove: "Quitar",
    read: "Leer de nuevo",
    readAll: "Leer todas las canceladas",
    cancelled: "Se canceló la lectura.",
    password: "Contraseña",
    unlock: "Desbloquear",
    reading: (name) => `Leyendo ${name}`,
    cancelOne: (name) => `Cancelar ${name}`,
    removeOne: (name) => `Quitar ${name}`,
    dropToAdd: "Suelte para añadir",
    split: "Cambiar el tamaño de imagen y texto",
    splitHint:
      "Arrastre o use las teclas de flecha para cambiar el tamaño. Haga doble clic para restablecerlo.",
  },

  EMPTY: {
    title: "Suelte una imagen aquí",
    titleDragging: "Suelte para leer",
    before: "o pegue una con",
    after: ", o abra un archivo.",
    formats:
      "PDF, PNG, JPEG, HEIC, TIFF y muchos más. Puede añadir varios archivos o una carpeta entera.",
  },

  QUEUE: { list: "Lista de imágenes" },

  PICTURE: {
    ignoreArea: "Omitir",
    ignoreAreaHint: "Omitir del texto el contenido de esta área",
    ignoreHere: "En esta imagen",
    ignoreEverywhere: "En todas las imágenes de este tamaño, también las nuevas",
    pane: "Imagen",
    orText: "Imagen o texto",
    page: (name, page) => `Imagen ${name}, página ${page}`,
    rotateLeft: "Girar a la izquierda",
    rotateRight: "Girar a la derecha",
    previousPage: "Página anterior",
    nextPage: "Página siguiente",
    ofPages: (page, pages) => `${page} / ${pages}`,
    zoomOut: "Alejar",
    zoomIn: "Acercar",
    actual: "Tamaño real",
    percent: (scale) => FORMATS.percent(scale * 100),
    fit: "Ajustar",
    copyLine: "Copiar esta línea",
    selectArea: "Seleccionar un área",
    selectAreaHint: "Seleccionar un área (Ctrl y arrastrar)",
    area: "Área seleccionada",
    areaHint:
      "Las teclas de flecha la mueven; con Mayús cambian su tamaño. Intro copia su texto y Esc la quita.",
    copyArea: COUNTED.copyLines,
  },

  CODES: {
    list: "Códigos QR y de barras",
    qr: "Código QR",
    copy: (kind) => `Copiar: ${kind}`,
    alone: "En esta imagen no hay texto, solo lo que dicen sus códigos.",
  },

  TEXT: {
    redact: "Tachar",
    redactHint:
      "Pone ████ en lugar de números de tarjeta, IBAN, direcciones de correo y teléfonos en copias y archivos. Los nombres y las direcciones postales se quedan.",
    entities: (number: string) => `Enlaces y números (${number})`,
    copyEntity: "Copiar un enlace o número",
    pane: "Texto",
    of: (name) => `Texto de ${name}`,
    modes: "Saltos de línea",
    copy: "Copiar",
    copyLine: "Copiar línea",
    copyAs: "Copiar como",
    page: (page) => `Página ${page}`,
    save: "Guardar como",
    none: "No se encontró texto en esta imagen.",
    unread: {
      arabic: "Esto parece árabe, que aún no se lee.",
      hebrew: "Esto parece hebreo, que aún no se lee.",
      devanagari: "Esto parece devanagari (hindi y otros), que aún no se lee.",
      thai: "Esto parece tailandés, que aún no se lee.",
      other: "Esto parece una escritura que aún no se lee.",
    },
    noneHint:
      "Si la imagen está de lado, gírela. Si no, pruebe con una copia más grande o más nítida.",
    stopIgnoring: "Detener",
    attachments: (names) => `Los archivos adjuntos no se leyeron: ${names}.`,
    missingAfter: (page) => `Faltan las páginas posteriores a la página ${page}.`,
    lowConfidenceWords: (number, keys) => `${COUNTED.uncertainWords(number)} (${keys})`,
    nextLowConfidenceWord: "Ir a la siguiente palabra dudosa",
    edited: "Modificado",
    restore: "Deshacer todos los cambios",
  },

  FOOTER: {
    menu: "Privacidad y configuración",
    privacy: "Nada ha salido de este equipo",
    privacyHint: "Privacidad: vea qué hace el programa",
  },

  NOTICE: {
    label: "Política de privacidad",
    text: (number) => `La política de privacidad tiene un cambio menor (versión ${number}).`,
    changes: "Ver qué ha cambiado",
    acknowledge: "Aceptar",
  },

  REFUSED: {
    label: "Archivos que no se pudieron abrir",
    line: (name, message) => `${FORMATS.quoted(name)}: ${message}`,
    dismiss: "Ocultar",
  },

  BROKEN: { title: "No se pudo iniciar ImageToText" },
};
