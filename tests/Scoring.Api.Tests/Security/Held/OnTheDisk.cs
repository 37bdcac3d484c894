using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Files;
using Scoring.Api.Personal;
using Scoring.Api.Storage;
using Scoring.Api.Tests.Console;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;

namespace Scoring.Api.Tests.Security.Held;

/// <summary>What lies in the data folder, and who else would write there.</summary>
internal static class OnTheDisk
{
    public static readonly Attack[] Rows =
    [
        new("an import that was killed half way", "no contest, no complaint, and the import again", async _ =>
        {
            await using var host = await ConsoleHost.Start(fill: folder =>
            {
                var competitions = Directory.CreateDirectory(DataFolder.CompetitionsIn(folder)).FullName;
                var half = CompetitionImport.Unfinished(Path.Combine(competitions, "yindubei-2026.db"));
                File.WriteAllBytes(half, [.. "SQLite format 3\0"u8, .. new byte[10_000]]);
                File.WriteAllBytes(half + "-wal", new byte[100]);
            });
            Assert.Empty(host.Competitions.All);
            Assert.Empty(host.Competitions.Unreadable);
            Assert.True((await host.LoadExample()).Sequence > 0);
        }),
        new("a second program on the same folder", "refused", s =>
        {
            Assert.Throws<DataFolderInUseException>(() => DataFolder.Take(s.Host.Folder));
            return Task.CompletedTask;
        }),
        new("ID numbers in files, backups, archives", "none in the clear", async s =>
        {
            s.Host.App.Services.GetRequiredService<BackupKeeper>().Make(s.Open, "手动");
            var seal = s.Host.App.Services.GetRequiredService<PersonalSeal>();
            var numbers = s.Open.Read(state => state.Entrants.Values.Select(e => e.Entrant.Sealed).OfType<string>().ToList())
                .Select(boxed => seal.Open(s.Open.Id, boxed)?.IdNumber).OfType<string>().Take(20).Select(Encoding.UTF8.GetBytes).ToList();
            Assert.NotEmpty(numbers);
            var files = Directory.EnumerateFiles(s.Host.Folder, "*", SearchOption.AllDirectories);
            foreach (var file in files.Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)))
            {
                await using var read = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                using var bytes = new MemoryStream();
                await read.CopyToAsync(bytes);
                Assert.True(numbers.TrueForAll(n => bytes.GetBuffer().AsSpan(0, (int)bytes.Length).IndexOf(n) < 0), file);
            }
        }),
        new("shifted borders between actor, type and hash", "no two entries have one text", s =>
        {
            var (id, at, hash) = (Guid.NewGuid(), DateTimeOffset.UnixEpoch, Chain.Genesis.ToArray());
            var one = Chain.Hash(1, at, id, "judge:J1", "SheetReturned", "{}"u8, hash);
            Assert.False(one.AsSpan().SequenceEqual(Chain.Hash(1, at, id, "judge:J1SheetReturned", "", "{}"u8, hash)));
            return Assert.ThrowsAnyAsync<ArgumentException>(
                () => s.Open.Execute(Guid.NewGuid(), "judge:J1\nSheetReturned", _ => Decision.Of(new TradeRemoved(MarkedContest.Dg))));
        }),
    ];
}
