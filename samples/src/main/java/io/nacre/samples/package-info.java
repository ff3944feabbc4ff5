/** Example programs, each a page long, for those who use Nacre as a library. The tests of this module run them. */
package io.nacre.samples;
