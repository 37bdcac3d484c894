using Scoring.Api.Ledger;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;

namespace Scoring.Api.Lists;

// A long list goes into the ledger entry by entry, in the background, and is let go of as it goes.
public sealed partial class Upload
{
    /// <summary>Whether its entries are on their way.</summary>
    public bool Taking { get; private set; }

    /// <summary>What became of it, for whoever waited; null: it is not over.</summary>
    public (string Words, bool Bad)? Taken { get; private set; }

    /// <param name="actor">As <see cref="Actor"/> writes it.</param>
    /// <param name="done">e.g. 名单已导入.</param>
    /// <returns>Whether it began: there is a preview, and nobody began before.</returns>
    public bool Take(OpenCompetition open, string actor, bool onlyGood, string done)
    {
        lock (gate)
        {
            if (Taking || Import is not { } import)
            {
                return false;
            }

            Taking = true;
            Progress = ("正在记入台账", 0, 0);
            Import = null;
            Work = Task.Run(() => TakeParts(open, actor, new Entries(import, onlyGood), done), CancellationToken.None);
            return true;
        }
    }

    private async Task TakeParts(OpenCompetition open, string actor, Entries entries, string done)
    {
        try
        {
            if (open.Sequence != entries.At)
            {
                entries = new Entries(check(Mends.Apply(file!, Answers), fileName, Answers, read, null), entries.OnlyGood); // there was a preview
            }

            file = null;
            LetGo();
            Taken = await Each(open, actor, entries, done);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Failed(log, key, e);
            Taken = ("记入台账时出了问题：已经记入的在“导入过的”里，其余的请把同一文件再上传一次。", true);
        }
    }

    private async Task<(string, bool)> Each(OpenCompetition open, string actor, Entries entries, string done)
    {
        var (people, at) = (0, entries.At);
        for (var part = 0; part < entries.Parts.Length; part++)
        {
            if (stop.IsCancellationRequested)
            {
                return ($"已停止：记入了 {people} 人，可以在“导入过的”里撤销，或把同一文件再上传一次接着导入。", true);
            }

            var (decide, expected) = (entries.Parts[part]!, at); // each is let go of only after its turn
            var outcome = await open.Execute(Guid.NewGuid(), actor, state => state.Version == expected ? decide(state) : Moved, CancellationToken.None);
            if (outcome is not Outcome.Accepted accepted)
            {
                var why = outcome is Outcome.Refused refused ? refused.Why.Message.ToString() : ((Outcome.NotStored)outcome).Message;
                return (people == 0 ? why : $"记入了 {people} 人以后停下：{why}", true);
            }

            entries.Parts[part] = null;
            LetGo();
            at = accepted.Receipt.Sequence;
            people = Math.Min(entries.People, people + entries.AtOnce);
            Progress = ("正在记入台账", people, people * 100 / entries.People);
        }

        return ($"{done}：{entries.People} 人，分 {entries.Parts.Length} 条记入台账", false);
    }

    private static readonly Decision.Refuse Moved = new(Refusal.MovedOn, $"核对以后台账有了别的变动。请把同一文件再上传一次，已有的会显示“未变”。");

    // What is still to go in, without the preview it came from.
    private sealed class Entries(ListImport import, bool onlyGood)
    {
        public Func<CompetitionState, Decision>?[] Parts { get; } = [.. import.Parts(onlyGood)];

        public bool OnlyGood { get; } = onlyGood;

        public long At { get; } = import.At;

        public int People { get; } = import.Good;

        public int AtOnce { get; } = ListImport.MostAnEntry;
    }
}
