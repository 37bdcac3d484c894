namespace Scoring.Api.Ledger;

/// <summary>What the ledger tells the log: ids and sequences, never names.</summary>
internal static partial class LedgerLog
{
    [LoggerMessage(1, LogLevel.Error, "{Entries} entries after {Sequence} were not stored")]
    public static partial void NotStored(ILogger log, int entries, long sequence, Exception failure);

    [LoggerMessage(2, LogLevel.Error, "A use case or the fold failed on {Id} after {Sequence}")]
    public static partial void Defect(ILogger log, Guid id, long sequence, Exception defect);

    [LoggerMessage(3, LogLevel.Information, "Competition {Competition} opened at {Sequence} in {Milliseconds} ms")]
    public static partial void Opened(ILogger log, string competition, long sequence, long milliseconds);

    [LoggerMessage(4, LogLevel.Error, "Competition {Competition} can only be read after {Sequence}: {Problem}")]
    public static partial void OpenedForReading(ILogger log, string competition, long sequence, string problem);

    [LoggerMessage(5, LogLevel.Error, "{File} could not be opened")]
    public static partial void Unreadable(ILogger log, string file, Exception failure);

    [LoggerMessage(6, LogLevel.Error, "A listener to committed entries failed at {Sequence}")]
    public static partial void ListenerFailed(ILogger log, long sequence, Exception failure);

    [LoggerMessage(7, LogLevel.Critical, "The ledger's writer failed")]
    public static partial void WriterFailed(ILogger log, Exception failure);
}
