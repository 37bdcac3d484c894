using Scoring.Api.Commands;
using Scoring.Api.Storage;

namespace Scoring.Api.Tests.Storage;

public sealed class CatalogTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("scoring-catalog-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(false, "已损坏")]
    [InlineData(true, "更新版本")]
    public async Task A_catalog_that_does_not_open_is_said_in_plain_words(bool newer, string says)
    {
        using (var data = DataFolder.Take(folder))
        {
            if (newer)
            {
                Catalog.Open(data);
                using var db = SqliteFile.Open(data.Catalog);
                SqliteFile.Run(db, "INSERT INTO migrations (number, name) VALUES (9999, '9999_later')");
            }
            else
            {
                await File.WriteAllBytesAsync(data.Catalog, [.. Enumerable.Repeat((byte)7, 8192)], TestContext.Current.CancellationToken);
            }
        }

        using (var data = DataFolder.Take(folder))
        {
            var unusable = Assert.Throws<CatalogUnusableException>(() => Catalog.Open(data));
            Assert.Contains(says, unusable.Explanation);
            Assert.Contains("没有动过", unusable.Explanation);
        }

        Assert.Equal(1, await Cli.Root().Parse(["serve", "--data", folder, "--url", "http://127.0.0.1:0"]).InvokeAsync(cancellationToken: TestContext.Current.CancellationToken));
    }
}
