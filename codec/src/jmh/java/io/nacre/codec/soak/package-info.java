/** A program that encodes and decodes for hours from many threads, broken files among good ones, and watches resources. */
package io.nacre.codec.soak;
