using Scoring.Api.Storage;
using Scoring.Core.Definition;

namespace Scoring.Api.Tests.Storage;

public sealed class MessageRowsTests : IDisposable
{
    private static readonly CompetitionId Cup = new("cup");
    private static readonly JudgeId One = new("J1"), Two = new("J2");
    private static readonly DateTimeOffset Noon = new(2026, 4, 23, 4, 0, 0, TimeSpan.Zero);

    private readonly string _root = Directory.CreateTempSubdirectory("scoring-messages-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void What_was_sent_and_who_has_read_it_outlives_the_server()
    {
        var first = Message("请到二号工位集合");
        var second = Message("午休到一点");
        using (var folder = DataFolder.Take(_root))
        {
            var rows = new MessageRows(Catalog.Open(folder));
            rows.Insert(Cup, first);
            rows.Insert(Cup, second);
            rows.Insert(new("other"), Message("别的比赛"));
            rows.Read(first.Id, One, Noon.AddMinutes(1));
            rows.Read(first.Id, One, Noon.AddMinutes(9)); // the first reading counts
            rows.Read(first.Id, new("J9"), Noon); // not a receiver
        }

        using var again = DataFolder.Take(_root);
        var kept = new MessageRows(Catalog.Open(again));
        Assert.Equal([second.Id, first.Id], kept.Of(Cup).Select(m => m.Id));
        var read = kept.Of(Cup)[1];
        Assert.Equal((first.Text, first.At, "管理员", "电工全体裁判"), (read.Text, read.At, read.By, read.ToWords));
        Assert.Equal([One, Two], read.To);
        Assert.Equal([new(One, Noon.AddMinutes(1))], read.ReadBy);
        Assert.Equal([second.Id], kept.Unread(Cup, One).Select(m => m.Id));
        Assert.Equal([first.Id, second.Id], kept.Unread(Cup, Two).Select(m => m.Id));
        Assert.Empty(kept.Unread(Cup, new("J9")));
    }

    private static TabletMessage Message(string text) => new(Guid.NewGuid(), "管理员", "电工全体裁判", [One, Two], text, Noon, new Dictionary<JudgeId, DateTimeOffset>());
}
