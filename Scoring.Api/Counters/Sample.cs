namespace Scoring.Api.Counters;

/// <summary>Ten seconds of a live day.</summary>
/// <param name="Queue">The most entries that waited for the writer at once.</param>
/// <param name="Entries">Made durable in these seconds.</param>
/// <param name="Commits">That took: entries go to the disk in groups.</param>
/// <param name="CommitTime">Half of the commits were quicker, in ms; null: there was none.</param>
/// <param name="Receipt">Half of the receipts came quicker, in ms.</param>
/// <param name="LateReceipt">All but one in a hundred came quicker, in ms.</param>
/// <param name="NotStored">Entries the disk did not take.</param>
/// <param name="Waiting">Sheets waiting in tablets.</param>
/// <param name="Sent">Messages to screens and phones.</param>
/// <param name="Processor">Share of one core, in percent.</param>
/// <param name="Memory">Of the process, in MB.</param>
public sealed record Sample(
    DateTimeOffset At, int Queue, int Entries, int Commits, double? CommitTime, double? Receipt, double? LateReceipt, int NotStored,
    int Tablets, int Waiting, int Screens, long Sent, double Processor, double Memory);
