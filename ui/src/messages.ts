/**
 * Every sentence and word that people read, in one place, ready to be translated. Nothing in it
 * comes out of a picture.
 */
export * from "./messages/outcomes";
export * from "./messages/troubles";
export * from "./messages/words";
