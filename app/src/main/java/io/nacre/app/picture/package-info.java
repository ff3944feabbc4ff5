/** Pictures in the form in which they are measured and handed to other codecs: 8 bits a sample, RGB, in memory. */
package io.nacre.app.picture;
