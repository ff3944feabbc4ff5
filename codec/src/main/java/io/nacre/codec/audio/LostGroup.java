package io.nacre.codec.audio;

/**
 * A coding group that could not be decoded: the sound fades out into silence and in again.
 *
 * @param number of the group, in the order of time from 0
 * @param first sample of each channel that is lost
 * @param end sample after the last one that is lost
 * @param problem what was wrong with the group, in one line
 */
public record LostGroup(int number, long first, long end, String problem) {}
