// `Node.nodeType`, by name.
export const ELEMENT_NODE = 1;
export const TEXT_NODE = 3;
export const CDATA_SECTION_NODE = 4;
export const PROCESSING_INSTRUCTION_NODE = 7;
export const COMMENT_NODE = 8;
export const DOCUMENT_NODE = 9;
export const DOCUMENT_TYPE_NODE = 10;
/** In a document that is a shadow root; other fragments are never part of one. */
export const DOCUMENT_FRAGMENT_NODE = 11;
