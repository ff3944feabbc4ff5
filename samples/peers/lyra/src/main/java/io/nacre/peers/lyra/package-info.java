/**
 * Lyra V2 on the command line. {@link io.nacre.peers.lyra.Lyra} is the program, {@link io.nacre.peers.lyra.Network} runs
 * the encoder and the decoder, {@link io.nacre.peers.lyra.Quantizer} the residual vector quantizer between them,
 * {@link io.nacre.peers.lyra.Rate} knows the packets.
 */
package io.nacre.peers.lyra;
