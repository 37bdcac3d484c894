// SQLite stops reading its write-ahead log at the first frame that does not fit, in silence. After damage in the log, entries that had receipts would be gone
// without a word, and the chain of what is left would hold. So the log is looked at before SQLite does.
using System.Buffers.Binary;
using System.Numerics;

namespace Scoring.Api.Storage;

/// <summary>Whether committed frames of a log lie behind one that can no longer be read.</summary>
public static class WalCheck
{
    private const int HeaderSize = 32;
    private const int FrameHeaderSize = 24;
    private const int BackfilledAt = 96; // in the index, behind its two headers: frames already copied into the file

    /// <summary>True: the log of this file lost transactions that had been committed. False also for a write cut short, which nobody had a receipt for.</summary>
    /// <remarks>Not for a file this process has open: reading it would drop SQLite's locks.</remarks>
    public static bool LostCommits(string path)
    {
        // Another process may be writing; damage is what two looks agree on.
        var found = FirstLost(path);
        return found is not null && found == FirstLost(path);
    }

    /// <summary>The first frame that cannot be read and should be; null if there is none.</summary>
    private static int? FirstLost(string path)
    {
        var index = Read(path + "-shm"); // before the log, which only grows
        if (Read(path + "-wal") is not { Length: > HeaderSize } log)
        {
            // No log, and an index that tells of commits in it that had not reached the file: somebody took it away.
            return index is { Length: >= 100 } && index[12] == 1 && BitConverter.ToUInt32(index, 16) > BitConverter.ToUInt32(index, BackfilledAt) ? 0 : null;
        }

        var pageSize = BinaryPrimitives.ReadInt32BigEndian(log.AsSpan(8));
        var frameSize = FrameHeaderSize + pageSize;
        var frames = pageSize is >= 512 and <= 65536 && BitOperations.IsPow2(pageSize) ? (log.Length - HeaderSize) / frameSize : 0;
        var before = log.AsSpan(24, 8);
        int? broken = Sum(log, log.AsSpan(0, 24), default).AsSpan().SequenceEqual(before) ? null : 0;
        // The salts tell this log's frames from older ones behind them; under a damaged header they are read from the first frame.
        var salts = broken is null || frames == 0 ? log.AsSpan(16, 8) : log.AsSpan(HeaderSize + 8, 8);
        var readable = 0;
        for (var i = 0; i < frames; i++)
        {
            var frame = log.AsSpan(HeaderSize + (i * frameSize), frameSize);
            var holds = frame.Slice(8, 8).SequenceEqual(salts)
                && Sum(log, frame[FrameHeaderSize..], Sum(log, frame[..8], before)).AsSpan().SequenceEqual(frame.Slice(16, 8));
            if (holds && broken is not null && BinaryPrimitives.ReadInt32BigEndian(frame[4..]) > 0)
            {
                return broken;
            }

            broken ??= holds ? null : i;
            readable = broken is null ? i + 1 : readable;
            before = frame.Slice(16, 8);
        }

        return Committed(index, salts) > readable ? readable : null;
    }

    // What the last server to run knew to be committed; it outlives a killed process, not a cut of the power.
    private static uint Committed(byte[]? index, ReadOnlySpan<byte> salts) =>
        index is { Length: >= 48 } && index[12] == 1 && index.AsSpan(32, 8).SequenceEqual(salts)
            ? BitConverter.ToUInt32(index, 16)
            : 0;

    private static byte[] Sum(byte[] log, ReadOnlySpan<byte> data, ReadOnlySpan<byte> start)
    {
        var bigEndian = (log[3] & 1) == 1;
        uint Word(ReadOnlySpan<byte> at) => bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(at) : BinaryPrimitives.ReadUInt32LittleEndian(at);
        var (a, b) = start.IsEmpty ? (0u, 0u) : (BinaryPrimitives.ReadUInt32BigEndian(start), BinaryPrimitives.ReadUInt32BigEndian(start[4..]));
        for (var i = 0; i < data.Length; i += 8)
        {
            a += Word(data[i..]) + b;
            b += Word(data[(i + 4)..]) + a;
        }

        var sum = new byte[8];
        BinaryPrimitives.WriteUInt32BigEndian(sum, a);
        BinaryPrimitives.WriteUInt32BigEndian(sum.AsSpan(4), b);
        return sum;
    }

    private static byte[]? Read(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        var read = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return bytes[..read];
    }
}

/// <summary>Entries that had receipts cannot be read any more. SQLite is not let near the file: it would write over what is left of them.</summary>
public sealed class LostCommitsException(string path) : Exception($"the log of {path} lost committed transactions");
