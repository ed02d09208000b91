/**
 * Every sentence and word that people read, in one place, ready to be translated. Nothing in it
 * comes out of a picture.
 */
export * from "./messages/consent";
export * from "./messages/errors";
export * from "./messages/labels";
export * from "./messages/outcomes";
export * from "./messages/panels";
export * from "./messages/workspace";
