/**
 * Files as the programs around the codec see them: {@link io.nacre.app.file.FileNames} says what a name promises, {@link
 * io.nacre.app.file.FolderWalk} goes through folders, {@link io.nacre.app.file.NewFile} writes without ever leaving half a file, and {@link
 * io.nacre.app.file.Reason} puts errors into words.
 */
package io.nacre.app.file;
